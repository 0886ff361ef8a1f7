package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An indicator on a date, with everything that its grade depends on.
///
/// @param date           the day that is graded
/// @param direction      which way is better where a target does not say it itself
/// @param unit           the unit of measurement as printed (`%`, `% GRDP`, `Doanh nghiệp`)
/// @param countedThing   what the numerator counts (`hồ sơ trực tuyến`), for "còn thiếu 37 …"
/// @param targets        valid on the date, in any order
/// @param observations   verified figures in any order; later ones than the date are ignored. Flows are cumulated
///     first, see [YearToDate]
/// @param flow           the figures start anew each year, so that they are compared within the year only
/// @param baseline       as the plan states it; without one the first verified figure stands in
/// @param pathPoints     points of the path between milestones that were entered by hand, by date
/// @param provinceValue  the province's ratio of sums, for a target relative to it
/// @param watchedSince   first day on which figures were expected
/// @param periodMonths   length of the reporting period
public record GradingCase(
        LocalDate date,
        Direction direction,
        @Nullable String unit,
        @Nullable String countedThing,
        List<TargetPoint> targets,
        List<Observation> observations,
        boolean flow,
        @Nullable Baseline baseline,
        List<PathPoint> pathPoints,
        @Nullable BigDecimal provinceValue,
        LocalDate watchedSince,
        int periodMonths) {

    public GradingCase {
        LocalDate last = date;
        targets = List.copyOf(targets);
        pathPoints = List.copyOf(pathPoints);
        observations = observations.stream()
                .filter(observation -> !observation.asOf().isAfter(last))
                .sorted(Comparator.comparing(Observation::asOf))
                .toList();
    }

    @Nullable
    Observation latest() {
        return observations.isEmpty() ? null : observations.getLast();
    }

    /// The same on another day, with the figure of then (the first one where there was none yet) seen on that very day,
    /// so
    /// that there is something to judge.
    GradingCase probedOn(LocalDate day) {
        List<Observation> seen = new ArrayList<>();
        @Nullable Figure last = null;
        for (Observation observation : observations) {
            if (observation.figure() != null
                    && (last == null || !observation.asOf().isAfter(day))) {
                last = observation.figure();
            }
            if (observation.asOf().isBefore(day)) {
                seen.add(observation);
            }
        }
        seen.add(new Observation(day, last));
        return new GradingCase(
                day,
                direction,
                unit,
                countedThing,
                targets,
                seen,
                flow,
                baseline,
                pathPoints,
                provinceValue,
                watchedSince,
                periodMonths);
    }
}
