package vn.monitoring.indicator.export;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// What an export is narrowed to; null does not narrow.
///
/// @param paths the caller's subtrees as a PostgreSQL array of ltree
/// @param unitCode responsible is this unit or one below it
/// @param asOf the day whose targets and grades are shown
record ExportFilter(
        String paths,
        @Nullable String unitCode,
        @Nullable UUID planId,
        @Nullable Period period,
        LocalDate asOf) {

    /// A one-row table of the filter's values, with a parameter for each: `f.paths`, `f.unit`,
    /// `f.plan`, `f.period`, `f.as_of`.
    static final String TABLE = """
            (select cast(? as ltree[]) as paths, cast(? as text) as unit, cast(? as uuid) as plan,
                cast(? as text) as period, cast(? as date) as as_of) f""";

    @Nullable
    Object[] parameters() {
        return new @Nullable Object[] {paths, unitCode, planId, period == null ? null : period.key(), asOf};
    }
}
