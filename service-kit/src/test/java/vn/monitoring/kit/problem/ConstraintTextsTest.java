package vn.monitoring.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.text.Text;

class ConstraintTextsTest {

    /// A field of each constraint.
    private static final class Constrained {
        @NotNull
        String given = "";

        @NotBlank
        String written = "";

        @NotEmpty
        List<String> filled = List.of();

        @Size(max = 500)
        String atMost = "";

        @Size(min = 2)
        List<String> atLeast = List.of();

        @Size(min = 1, max = 20)
        List<String> between = List.of();

        @Min(1)
        int low;

        @Max(200)
        int high;

        @PositiveOrZero
        int count;

        @Pattern(regexp = "[A-Z]+")
        String code = "";

        @Email
        String address = "";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            given   | Trường này là bắt buộc.            | This field is needed.
            written | Trường này là bắt buộc.            | This field is needed.
            filled  | Trường này là bắt buộc.            | This field is needed.
            atMost  | Tối đa 500 ký tự.                  | At most 500 characters.
            atLeast | Ít nhất 2 mục.                     | At least 2 items.
            between | Từ 1 đến 20 mục.                   | From 1 to 20 items.
            low     | Phải từ 1 trở lên.                 | It must be at least 1.
            high    | Không được quá 200.                | It must be at most 200.
            count   | Không được âm.                     | It may not be negative.
            code    | Không đúng dạng quy định: [A-Z]+.  | It does not have the form asked for: [A-Z]+.
            address | as the validator says              | as the validator says
            """)
    void saysInBothLanguagesWhatIsAskedFor(String field, String vi, String en) throws NoSuchFieldException {
        var declared = Constrained.class.getDeclaredField(field);
        Annotation constraint = declared.getAnnotations()[0];

        Text text =
                ConstraintTexts.of(constraint, declared.getType() == String.class, Text.same("as the validator says"));

        assertThat(text).isEqualTo(new Text(vi, en));
    }
}
