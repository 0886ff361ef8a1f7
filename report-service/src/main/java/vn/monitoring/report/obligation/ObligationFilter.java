package vn.monitoring.report.obligation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which obligations a list shows; null means any.
///
/// @param paths the caller's units, see `Scope.paths`
/// @param unitCode this unit and those below it
/// @param reported only those that have a report
public record ObligationFilter(
        String paths,
        @Nullable String unitCode,
        @Nullable UUID regimeId,
        @Nullable String period,
        @Nullable ObligationStatus status,
        boolean reported) {

    ObligationFilter withReport() {
        return new ObligationFilter(paths, unitCode, regimeId, period, status, true);
    }
}
