package vn.monitoring.indicator.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Vietnamese;

/// What a list of units is narrowed to; null does not narrow.
///
/// @param text part of the code, the name or an alias, with or without Vietnamese marks
/// @param existingOn a day on which the unit exists
record UnitFilter(
        @Nullable UnitType type,
        @Nullable String parent,
        @Nullable String agencyType,
        @Nullable String text,
        @Nullable LocalDate existingOn) {

    /// The text as a pattern for SQL `like`.
    @Nullable
    String pattern() {
        if (text == null || text.isBlank()) {
            return null;
        }
        String escaped = Vietnamese.foldWithoutMarks(text).replaceAll("([%_\\\\])", "\\\\$1");
        return "%" + escaped + "%";
    }
}
