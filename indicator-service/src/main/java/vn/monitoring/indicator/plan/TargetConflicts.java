package vn.monitoring.indicator.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.plan.ConflictResource.DecisionRequest;
import vn.monitoring.indicator.plan.IndicatorConflictResource.OpeningRequest;
import vn.monitoring.indicator.plan.MilestoneTarget.Decision;
import vn.monitoring.indicator.plan.TargetConflict.Choice;
import vn.monitoring.indicator.plan.TargetConflict.Source;
import vn.monitoring.indicator.target.Target;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.kit.web.ETags;

/// Opens and decides conflicts between two readings of a target. In the caller's transaction.
///
/// While one is open the milestone's targets are in dispute and are not graded; the decision gives the indicator a
/// new version, by which it is graded anew from the start.
@ApplicationScoped
class TargetConflicts {

    private static final Logger LOG = Logger.getLogger(TargetConflicts.class);

    private final TargetConflictRepository conflicts;
    private final IndicatorRepository indicators;
    private final PlanService plans;
    private final IndicatorDecisions decisions;
    private final EntityManager entities;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    TargetConflicts(
            TargetConflictRepository conflicts,
            IndicatorRepository indicators,
            PlanService plans,
            IndicatorDecisions decisions,
            EntityManager entities,
            Scope scope,
            Caller caller,
            Clock clock) {
        this.conflicts = conflicts;
        this.indicators = indicators;
        this.plans = plans;
        this.decisions = decisions;
        this.entities = entities;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    TargetConflict get(UUID id) {
        TargetConflict conflict = conflicts.findByIdOptional(id).orElseThrow(Problem::notFound);
        plans.getIndicator(conflict.indicatorId());
        return conflict;
    }

    /// Puts on record that something says another value than the table.
    ///
    /// @throws Problem CONFLICT_INVALID when there is nothing to contradict, or no contradiction
    TargetConflict open(UUID indicatorId, OpeningRequest request) {
        Indicator indicator = plans.getIndicator(indicatorId);
        entities.lock(indicator, LockModeType.PESSIMISTIC_WRITE);
        LocalDate due = request.due();
        MilestoneTarget standing = indicator.openTargets(due).stream()
                .findFirst()
                .orElseThrow(() -> invalid(
                        request.dueDate() == null ? "dueYear" : "dueDate",
                        "Chỉ tiêu không có mục tiêu cho mốc này; hãy thêm mục tiêu bằng quyết định.",
                        "The indicator has no target for this milestone; add one by a decision."));
        conflicts.requireNoneOpen(indicatorId, due);
        Target said = TargetReading.ofText(indicator, due, request.raw());
        if (standing.means(said)) {
            throw invalid(
                    "raw",
                    "Giá trị này trùng với bảng («%s»): không có mâu thuẫn.".formatted(standing.raw()),
                    "This says the same as the table («%s»): there is no conflict.".formatted(standing.raw()));
        }
        TargetConflict conflict = new TargetConflict(
                indicatorId,
                null,
                new Contradiction(
                        due,
                        Source.PERSON,
                        standing.raw(),
                        standing.place(),
                        said.raw(),
                        Vietnamese.clean(request.place())),
                caller.username(),
                now());
        conflicts.persist(conflict);
        indicator.dispute(due);
        decisions.told(indicator);
        LOG.infof("conflict %s of indicator %s opened", conflict.id(), indicatorId);
        return conflict;
    }

    /// Settles it: the chosen reading counts from the first day on, for the row that says the other thing too.
    TargetConflict decide(UUID id, @Nullable String ifMatch, DecisionRequest request) {
        TargetConflict conflict = get(id);
        ETags.requireMatch(ifMatch, conflict.version());
        if (!conflict.open()) {
            throw new Problem(
                    PlanProblem.CONFLICT_CLOSED,
                    "Mâu thuẫn này đã được giải quyết. Muốn đổi giá trị, hãy thay đổi mục tiêu bằng quyết định.",
                    "This conflict is settled. To change the value, change the target by a decision.");
        }
        Indicator indicator = plans.getIndicator(conflict.indicatorId());
        Target chosen = chosen(conflict, indicator, request);
        Decision decision = new Decision(Vietnamese.clean(request.decisionDocument()), caller.username(), now());
        conflict.decide(request.chosen(), chosen.raw(), decision, request.note());
        for (Indicator concerned : concerned(conflict, indicator)) {
            concerned.choose(conflict.dueDate(), chosen, decision);
            decisions.told(concerned);
        }
        LOG.infof("conflict %s of indicator %s decided", conflict.id(), indicator.id());
        return conflict;
    }

    private List<Indicator> concerned(TargetConflict conflict, Indicator indicator) {
        UUID other = conflict.otherIndicatorId();
        if (other == null) {
            return List.of(indicator);
        }
        Indicator second = indicators.findWithTargets(other).orElseThrow(Problem::notFound);
        scope.require(second.responsibleUnitCode());
        return List.of(indicator, second);
    }

    private static Target chosen(TargetConflict conflict, Indicator indicator, DecisionRequest request) {
        String raw = request.raw();
        if ((request.chosen() == Choice.OTHER) != (raw != null)) {
            throw invalid(
                    "raw",
                    "Ghi giá trị khác khi, và chỉ khi, chọn OTHER.",
                    "Give another value when, and only when, the choice is OTHER.");
        }
        String text = switch (request.chosen()) {
            case A -> conflict.firstRaw();
            case B -> conflict.secondRaw();
            case OTHER -> raw == null ? "" : raw;
        };
        TargetReading reading = request.reading();
        if (reading != null) {
            return reading.of(indicator, conflict.dueDate(), text);
        }
        return indicator.openTargets(conflict.dueDate()).stream()
                .filter(standing -> standing.raw().equals(text))
                .findFirst()
                .map(MilestoneTarget::value)
                .orElseGet(() -> TargetReading.ofText(indicator, conflict.dueDate(), text));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Problem invalid(String field, String vi, String en) {
        return new Problem(
                        PlanProblem.CONFLICT_INVALID,
                        "Không ghi nhận được mâu thuẫn; hãy sửa trường được nêu.",
                        "The conflict cannot be recorded; correct the field.")
                .violation("body", field, new Text(vi, en));
    }
}
