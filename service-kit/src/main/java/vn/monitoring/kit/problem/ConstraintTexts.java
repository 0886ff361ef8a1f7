package vn.monitoring.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import vn.monitoring.kit.text.Text;

/// What a constraint asks for, in both languages: the validator itself knows no Vietnamese.
final class ConstraintTexts {

    private ConstraintTexts() {}

    /// A constraint with words of its own keeps them, and so does one that is not known here.
    static Text of(ConstraintViolation<?> violation) {
        Text own = Text.same(violation.getMessage());
        return violation.getMessageTemplate().startsWith("{")
                ? of(
                        violation.getConstraintDescriptor().getAnnotation(),
                        violation.getInvalidValue() instanceof CharSequence,
                        own)
                : own;
    }

    /// @param ofText the value is a text, not a list
    static Text of(Annotation constraint, boolean ofText, Text otherwise) {
        return switch (constraint) {
            case NotNull _, NotBlank _, NotEmpty _ -> new Text("Trường này là bắt buộc.", "This field is needed.");
            case Size size -> size(size, ofText);
            case Min min ->
                new Text(
                        "Phải từ %d trở lên.".formatted(min.value()), "It must be at least %d.".formatted(min.value()));
            case Max max ->
                new Text("Không được quá %d.".formatted(max.value()), "It must be at most %d.".formatted(max.value()));
            case PositiveOrZero _ -> new Text("Không được âm.", "It may not be negative.");
            case Pattern pattern ->
                new Text(
                        "Không đúng dạng quy định: %s.".formatted(pattern.regexp()),
                        "It does not have the form asked for: %s.".formatted(pattern.regexp()));
            default -> otherwise;
        };
    }

    private static Text size(Size size, boolean ofText) {
        String vi = ofText ? "ký tự" : "mục";
        String en = ofText ? "characters" : "items";
        if (size.min() == 0) {
            return new Text("Tối đa %d %s.".formatted(size.max(), vi), "At most %d %s.".formatted(size.max(), en));
        }
        if (size.max() == Integer.MAX_VALUE) {
            return new Text("Ít nhất %d %s.".formatted(size.min(), vi), "At least %d %s.".formatted(size.min(), en));
        }
        return new Text(
                "Từ %d đến %d %s.".formatted(size.min(), size.max(), vi),
                "From %d to %d %s.".formatted(size.min(), size.max(), en));
    }
}
