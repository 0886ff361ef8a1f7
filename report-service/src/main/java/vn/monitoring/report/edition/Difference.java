package vn.monitoring.report.edition;

import org.jspecify.annotations.Nullable;

/// What an edition says otherwise than the one before.
///
/// @param key of the section, the indicator's or the task's id, or the name of the header's field
/// @param name as people know it
/// @param before null when it is new
/// @param after null when it is gone
public record Difference(
        Kind kind,
        String key,
        String name,
        @Nullable String before,
        @Nullable String after) {

    /// Which part of the report differs.
    public enum Kind {
        SECTION,
        INDICATOR,
        TASK,
        HEADER
    }
}
