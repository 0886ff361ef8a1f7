package vn.monitoring.indicator.period;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.problem.Problem;

/// The closings that stand, for judging many figures without asking again.
public final class ClosedPeriods {

    record Closed(String path, String unitCode, LocalDate start, LocalDate end) {

        boolean covers(Period period) {
            return !start.isAfter(period.firstDay()) && !end.isBefore(period.lastDay());
        }
    }

    private final Map<String, List<Closed>> byPath;

    ClosedPeriods(List<Closed> closings) {
        byPath = closings.stream().collect(Collectors.groupingBy(Closed::path, HashMap::new, Collectors.toList()));
    }

    /// @param unitPath tree path of the unit that answers for the figure
    /// @throws Problem 409 when the period is closed for the unit or one above it
    public void requireOpen(String unitPath, Period period) {
        if (byPath.isEmpty()) {
            return;
        }
        @Nullable String path = unitPath;
        while (path != null) {
            for (Closed closing : byPath.getOrDefault(path, List.of())) {
                if (closing.covers(period)) {
                    throw PeriodClosures.closed(period, closing.unitCode());
                }
            }
            int dot = path.lastIndexOf('.');
            path = dot < 0 ? null : path.substring(0, dot);
        }
    }
}
