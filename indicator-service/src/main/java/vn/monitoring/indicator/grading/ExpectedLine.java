package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The expected level of an indicator on a number of days, found by grading its latest figure of then on each of them:
/// what
/// is drawn is what is graded by, whatever the kind of the target.
public final class ExpectedLine {

    private final Grader grader;

    public ExpectedLine(GradingPolicy policy) {
        this.grader = new Grader(policy);
    }

    /// By date; days on which nothing is expected are left out. Nothing is known before the baseline or the first
    /// figure, nor after today of a standard that is measured itself (last year's level, the province's).
    ///
    /// @param about as it stands today, with all observations
    public List<PathPoint> on(GradingCase about, Collection<LocalDate> days) {
        LocalDate start = start(about);
        List<PathPoint> line = new ArrayList<>();
        if (start == null) {
            return line;
        }
        for (LocalDate day : new TreeSet<>(days)) {
            if (day.isBefore(start)) {
                continue;
            }
            Judgement judgement = grader.grade(about.probedOn(day));
            boolean moves = judgement.target() != null && isMeasured(judgement.target());
            BigDecimal expected = judgement.expected();
            if (expected != null && judgement.observation() != null && !(moves && day.isAfter(about.date()))) {
                line.add(new PathPoint(day, expected.setScale(Path.SCALE, java.math.RoundingMode.HALF_UP)));
            }
        }
        return line;
    }

    private static boolean isMeasured(TargetPoint target) {
        return switch (target.kind()) {
            case TREND_UP, TREND_DOWN, RELATIVE -> true;
            case NUMBER, RANGE, MAINTAIN, REDUCTION, QUALITATIVE, NONE, ZERO_NOT_SET -> false;
        };
    }

    private static @Nullable LocalDate start(GradingCase about) {
        LocalDate first = about.observations().stream()
                .filter(observation -> observation.figure() != null)
                .map(Observation::asOf)
                .findFirst()
                .orElse(null);
        Baseline baseline = about.baseline();
        if (first == null || baseline == null) {
            return first;
        }
        return baseline.date().isBefore(first) ? baseline.date() : first;
    }
}
