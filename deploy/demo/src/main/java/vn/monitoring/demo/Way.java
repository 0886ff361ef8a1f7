package vn.monitoring.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// From the first figure of the year to the last: a straight line between two values, chosen by what the grading
/// expects at its end.
record Way(double first, double last) {

    private static final LocalDate NEVER = LocalDate.MAX;

    /// @param begin the day of the first figure, which is the baseline where no milestone has passed
    static Way of(Indicator indicator, Target target, Course course, int position, LocalDate begin, LocalDate today) {
        double goal = target.low() == null ? 0 : target.low().doubleValue();
        Optional<Target> passed = indicator.lastNumericBefore(today);
        double start =
                passed.map(before -> beforeMilestone(before, course)).orElse(goal * (0.55 + position % 4 * 0.05));
        if (course == Course.MISSED) {
            return new Way(goal * 0.7, goal * 0.92);
        }
        if (course == Course.ACHIEVED) {
            return new Way(Math.min(start, goal), indicator.isPercentage() ? Math.min(100, goal + 0.4) : goal);
        }
        double from = passed.map(
                        before -> before.low() == null ? 0 : before.low().doubleValue())
                .orElse(start);
        LocalDate since = passed.map(Indicator::due).orElse(begin);
        double expected = expected(from, since, goal, Indicator.due(target), today);
        return new Way(start, end(course, start, expected, goal));
    }

    private static double beforeMilestone(Target milestone, Course course) {
        double level = milestone.low() == null ? 0 : milestone.low().doubleValue();
        return switch (course) {
            case ACHIEVED, ON_TRACK, SILENT, NO_TARGET, OPEN -> level;
            case SLIGHTLY_BEHIND -> level * 0.99;
            case BEHIND, MISSED -> level * 0.94;
        };
    }

    private static double end(Course course, double start, double expected, double goal) {
        double end = switch (course) {
            case SLIGHTLY_BEHIND -> expected - 1.2;
            case BEHIND -> Math.min(expected - 7, start + 0.6 * (expected - start) - 1);
            case ON_TRACK -> Math.min(expected + 1.5, (expected + goal) / 2);
            case ACHIEVED, MISSED, NO_TARGET, SILENT, OPEN -> expected;
        };
        return Math.max(0, end);
    }

    private static double expected(double from, LocalDate since, double goal, LocalDate due, LocalDate today) {
        if (due.equals(NEVER)) {
            return goal;
        }
        double elapsed = ChronoUnit.DAYS.between(since, today);
        return from + (goal - from) * Math.min(1, elapsed / Math.max(1, ChronoUnit.DAYS.between(since, due)));
    }

    /// @param share 0 for the first figure, 1 for the last
    double at(double share) {
        return first + (last - first) * share;
    }
}
