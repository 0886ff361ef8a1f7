package vn.monitoring.report.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// As at which days facts are asked for.
///
/// @param day the cut-off date
/// @param previous that of the period before, to compare with; null for no comparison
/// @param lastYear that of the same period one year earlier; null for no comparison
public record CutOff(
        LocalDate day,
        @Nullable LocalDate previous,
        @Nullable LocalDate lastYear) {

    public static CutOff on(LocalDate day) {
        return new CutOff(day, null, null);
    }
}
