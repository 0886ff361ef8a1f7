package vn.monitoring.indicator.grade;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grade.IndicatorFacts.DatedTarget;
import vn.monitoring.indicator.grade.IndicatorFacts.VerifiedFigure;
import vn.monitoring.indicator.grading.Baseline;
import vn.monitoring.indicator.grading.Figure;
import vn.monitoring.indicator.grading.Grader;
import vn.monitoring.indicator.grading.GradingCase;
import vn.monitoring.indicator.grading.GradingPolicy;
import vn.monitoring.indicator.grading.Judgement;
import vn.monitoring.indicator.grading.Observation;

/// The grades of one indicator over time: on the as-of date of each verified figure, on each due date that has
/// come, on each day that was graded before, and today when that says something new. Plain logic, no storage.
final class Timeline {

    private final IndicatorFacts facts;
    private final Grader grader;
    private final GradingPolicy policy;
    private final LocalDate today;
    private final Instant now;

    Timeline(IndicatorFacts facts, Grader grader, GradingPolicy policy, LocalDate today, Instant now) {
        this.facts = facts;
        this.grader = grader;
        this.policy = policy;
        this.today = today;
        this.now = now;
    }

    /// A grade that is new or differs from the stored one, and what it was computed from.
    record Change(Grade grade, GradingCase basis) {}

    /// The grades that are new or differ from the stored ones, oldest first.
    ///
    /// @param from   earliest day that may have changed
    /// @param stored by date: all from that day on, and the last one before it
    List<Change> changes(LocalDate from, NavigableMap<LocalDate, Grade> stored) {
        TreeMap<LocalDate, Grade> standing = new TreeMap<>(stored);
        List<Change> changes = new ArrayList<>();
        for (LocalDate day : days(from, stored)) {
            GradingCase about = facts.on(day);
            Grade found = grade(about);
            Grade before = stored.get(day);
            if (before == null && day.equals(today) && !isFixedDay(day) && isNothingNew(found, standing)) {
                continue;
            }
            if (before != null && found.saysTheSameAs(before)) {
                continue;
            }
            Grade kept = before == null ? found : found.inPlaceOf(before);
            standing.put(day, kept);
            changes.add(new Change(kept, about));
        }
        return changes;
    }

    /// Not before the first target was valid, and not in the future.
    private TreeSet<LocalDate> days(LocalDate from, NavigableMap<LocalDate, Grade> stored) {
        TreeSet<LocalDate> days = new TreeSet<>(stored.tailMap(from, true).keySet());
        facts.figures().stream().map(VerifiedFigure::asOf).forEach(days::add);
        facts.targets().stream().map(target -> target.target().due()).forEach(days::add);
        days.add(today);
        LocalDate first = facts.targets().stream()
                .map(DatedTarget::from)
                .min(LocalDate::compareTo)
                .orElse(facts.watchedSince());
        days.removeIf(day -> day.isBefore(from) || day.isAfter(today) || day.isBefore(first));
        return days;
    }

    private boolean isFixedDay(LocalDate day) {
        return facts.figures().stream().anyMatch(figure -> figure.asOf().equals(day))
                || facts.targets().stream()
                        .anyMatch(target -> target.target().due().equals(day));
    }

    private static boolean isNothingNew(Grade found, TreeMap<LocalDate, Grade> standing) {
        Map.Entry<LocalDate, Grade> last = standing.lowerEntry(found.asOf());
        return last != null && found.standsWhere(last.getValue());
    }

    private Grade grade(GradingCase about) {
        LocalDate day = about.date();
        Judgement judgement = grader.grade(about);
        Observation observation = judgement.observation();
        Figure figure = observation == null ? null : observation.figure();
        VerifiedFigure measured = observation == null ? null : measuredOn(observation.asOf());
        Figure.Share share = figure instanceof Figure.Share counts ? counts : null;
        return new Grade(
                GradeIds.next(now),
                facts.indicatorId(),
                day,
                judgement.status(),
                new Grade.Overlays(judgement.regressing(), judgement.atRisk(), judgement.provisional()),
                measured == null ? null : measured.measurementId(),
                measured == null ? null : measured.period().key(),
                share == null ? null : share.numerator(),
                share == null ? null : share.denominator(),
                figure == null ? null : shown(figure.value()),
                judgement.observation() == null ? null : judgement.expected(),
                judgement.gap(),
                judgement.progress(),
                judgement.shortfall() == null ? null : judgement.shortfall().missing(),
                judgement.shortfall() == null ? null : judgement.shortfall().measure(),
                judgement.projection(),
                target(judgement, day),
                inputs(about, judgement, day),
                judgement.explanation(),
                policy.version(),
                now,
                1);
    }

    private static BigDecimal shown(BigDecimal value) {
        BigDecimal rounded = value.setScale(4, java.math.RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private @Nullable VerifiedFigure measuredOn(LocalDate asOf) {
        return facts.figures().stream()
                .filter(figure -> figure.asOf().equals(asOf))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private Grade.@Nullable Target target(Judgement judgement, LocalDate day) {
        if (judgement.target() == null) {
            return null;
        }
        return facts.targets().stream()
                .filter(dated -> dated.isValidOn(day) && dated.target().equals(judgement.target()))
                .findFirst()
                .map(dated -> new Grade.Target(
                        dated.id(),
                        dated.target().due().getYear(),
                        dated.target().due(),
                        dated.target().raw(),
                        dated.target().kind(),
                        dated.target().comparator(),
                        dated.target().low(),
                        dated.target().high()))
                .orElse(null);
    }

    private Grade.Inputs inputs(GradingCase about, Judgement judgement, LocalDate day) {
        Baseline stated = about.baseline();
        Baseline used = stated;
        if (stated == null && judgement.baselineAssumed()) {
            used = firstFigure(about);
        }
        return new Grade.Inputs(
                about.direction().name(),
                about.unit(),
                about.flow(),
                used == null ? null : used.date(),
                used == null ? null : used.value(),
                used != null && used.assumed(),
                about.periodMonths(),
                (int) facts.figures().stream()
                        .filter(figure -> !figure.asOf().isAfter(day))
                        .count());
    }

    private static @Nullable Baseline firstFigure(GradingCase about) {
        for (Observation observation : about.observations()) {
            if (observation.figure() != null) {
                return new Baseline(
                        observation.asOf(), shown(observation.figure().value()), true);
            }
        }
        return null;
    }
}
