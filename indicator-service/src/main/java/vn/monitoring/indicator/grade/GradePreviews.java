package vn.monitoring.indicator.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grade.IndicatorFacts.VerifiedFigure;
import vn.monitoring.indicator.grading.Grader;
import vn.monitoring.indicator.grading.GradingPolicy;
import vn.monitoring.indicator.measurement.CheckedFigure;
import vn.monitoring.indicator.measurement.FigureChecks;
import vn.monitoring.indicator.measurement.Figures;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.shield.AsSystem;

/// Says what a figure would lead to: the checks of an entry, then the timeline that a verification would write, kept
/// in memory.
@ApplicationScoped
class GradePreviews {

    /// In place of the id that the figure does not have yet.
    private static final UUID UNWRITTEN = new UUID(0, 0);

    private final FigureChecks checks;
    private final FactsReader reader;
    private final GradeTable table;
    private final GradingPolicies policies;
    private final AsSystem asSystem;
    private final Caller caller;
    private final Clock clock;

    GradePreviews(
            FigureChecks checks,
            FactsReader reader,
            GradeTable table,
            GradingPolicies policies,
            AsSystem asSystem,
            Caller caller,
            Clock clock) {
        this.checks = checks;
        this.reader = reader;
        this.table = table;
        this.policies = policies;
        this.asSystem = asSystem;
        this.caller = caller;
        this.clock = clock;
    }

    /// As if the caller entered it and the unit that issued the plan verified it: a second unit to the caller's, or
    /// the same. Graded as the system, as a verification is, which reads the province's sums too.
    ///
    /// @param documented a source is named
    /// @throws Problem 404 for an indicator out of sight, 409 for a period unknown or closed
    @Transactional
    GradePreview preview(UUID indicatorId, String period, Figures figures, boolean documented) {
        CheckedFigure checked = checks.check(indicatorId, period, figures);
        return asSystem.call(() -> grade(indicatorId, checked, documented));
    }

    private GradePreview grade(UUID indicatorId, CheckedFigure checked, boolean documented) {
        boolean taken = checked.findings().isEmpty();
        IndicatorFacts facts =
                reader.read(Set.of(indicatorId)).stream().findFirst().orElse(null);
        LocalDate from = taken ? changedFrom(facts, checked) : LocalDate.now(clock);
        TreeMap<LocalDate, Grade> grades =
                table.read(Set.of(indicatorId), from).getOrDefault(indicatorId, new TreeMap<>());
        Grade now = newest(grades);
        Grade then = null;
        if (taken) {
            // The last grades of a plan that is no longer in force stand.
            then = facts == null ? now : afterwards(verified(facts, checked, documented), from, grades);
        }
        return new GradePreview(
                indicatorId,
                checked.period().key(),
                checked.value(),
                checked.flags(),
                checked.findings(),
                facts == null ? null : facts.countedThing(),
                GradePreview.Outcome.of(now),
                GradePreview.Outcome.of(then));
    }

    /// The first day whose grade the figure may change: its own, or that of the one it takes the place of.
    private static LocalDate changedFrom(@Nullable IndicatorFacts facts, CheckedFigure checked) {
        LocalDate day = checked.figures().asOf();
        if (facts == null) {
            return day;
        }
        return facts.figures().stream()
                .filter(figure -> figure.period().equals(checked.period()))
                .map(VerifiedFigure::asOf)
                .filter(replaced -> replaced.isBefore(day))
                .findFirst()
                .orElse(day);
    }

    private @Nullable Grade afterwards(IndicatorFacts facts, LocalDate from, TreeMap<LocalDate, Grade> stored) {
        GradingPolicy policy = policies.current();
        TreeMap<LocalDate, Grade> grades = new TreeMap<>(stored);
        new Timeline(facts, new Grader(policy), policy, LocalDate.now(clock), Instant.now(clock))
                .changes(from, stored)
                .forEach(change -> grades.put(change.grade().asOf(), change.grade()));
        return newest(grades);
    }

    private IndicatorFacts verified(IndicatorFacts facts, CheckedFigure checked, boolean documented) {
        Figures figures = checked.figures();
        return facts.with(new VerifiedFigure(
                UNWRITTEN,
                checked.period(),
                figures.asOf(),
                figures.numerator(),
                figures.denominator(),
                checked.value(),
                figures.cumulative(),
                documented,
                !caller.unitCodes().contains(facts.unitCode())));
    }

    private static @Nullable Grade newest(TreeMap<LocalDate, Grade> grades) {
        Map.Entry<LocalDate, Grade> last = grades.lastEntry();
        return last == null ? null : last.getValue();
    }
}
