package vn.monitoring.task.task;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A field of a task that changed.
///
/// @param from what it was; null when it was empty
/// @param to what it became; null when it was emptied
@Schema(name = "FieldChange")
public record FieldChange(
        String field, @Nullable String from, @Nullable String to) {

    /// Notes the field in the list if it differs.
    static void note(List<FieldChange> changes, String field, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            changes.add(new FieldChange(field, text(from), text(to)));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> list ->
                list.isEmpty()
                        ? null
                        : String.join("; ", list.stream().map(Object::toString).toList());
            default -> value.toString();
        };
    }
}
