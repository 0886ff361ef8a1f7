package vn.monitoring.indicator.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.plan.MilestoneTarget.Decision;
import vn.monitoring.indicator.target.Target;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.kit.web.ETags;

/// Targets that a decision changes, adds or lifts after the plan was issued. In the caller's transaction.
///
/// Validity never overlaps: a change begins on or after the first day of the value that it replaces, and only the
/// last value of a milestone can be replaced. The indicator gets a new version, by which it is graded anew from the
/// start.
@ApplicationScoped
class TargetChanges {

    private final PlanService plans;
    private final PlanRepository planRepository;
    private final TargetConflictRepository conflicts;
    private final IndicatorDecisions decisions;
    private final Caller caller;
    private final Clock clock;

    TargetChanges(
            PlanService plans,
            PlanRepository planRepository,
            TargetConflictRepository conflicts,
            IndicatorDecisions decisions,
            Caller caller,
            Clock clock) {
        this.plans = plans;
        this.planRepository = planRepository;
        this.conflicts = conflicts;
        this.decisions = decisions;
        this.caller = caller;
        this.clock = clock;
    }

    /// Replaces a target by what the decision says, from a day on.
    Indicator revise(UUID id, UUID targetId, @Nullable String ifMatch, TargetRequest request) {
        Indicator indicator = plans.getIndicator(id);
        ETags.requireMatch(ifMatch, indicator.version());
        MilestoneTarget old = indicator.inOrder().stream()
                .filter(candidate -> candidate.id().equals(targetId))
                .findFirst()
                .orElseThrow(Problem::notFound);
        LocalDate due = request.dueDate() == null ? old.dueDate() : request.dueDate();
        if (due == null) {
            throw dueDateMissing();
        }
        requireWithinPlan(indicator, request, due);
        requireReplaceable(old, request.effectiveOn());
        if (old.disputed() && old.dueDate() != null) {
            conflicts.requireNoneOpen(id, old.dueDate());
        }
        Target target = request.target(indicator, due);
        if (!Objects.equals(due, old.dueDate())) {
            requireFree(indicator, due);
        }
        indicator.revise(old, target, request.effectiveOn(), decision(request));
        return decisions.told(indicator);
    }

    /// Asks for something on a milestone that had no target.
    Indicator add(UUID id, @Nullable String ifMatch, TargetRequest request) {
        Indicator indicator = plans.getIndicator(id);
        ETags.requireMatch(ifMatch, indicator.version());
        LocalDate due = request.dueDate();
        if (due == null) {
            throw dueDateMissing();
        }
        requireWithinPlan(indicator, request, due);
        requireFree(indicator, due);
        indicator.add(request.target(indicator, due), request.effectiveOn(), decision(request));
        return decisions.told(indicator);
    }

    private Decision decision(TargetRequest request) {
        return new Decision(
                Vietnamese.clean(request.decisionDocument()),
                caller.username(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static void requireReplaceable(MilestoneTarget old, LocalDate from) {
        LocalDate end = old.validTo();
        if (end != null && old.supersededBy() == null) {
            throw new Problem(
                    PlanProblem.TARGET_NOT_CURRENT,
                    "Mục tiêu này hết hiệu lực từ %s. Hãy thêm mục tiêu mới cho mốc này nếu cần.".formatted(end),
                    "This target is no longer valid since %s. Add a target to the milestone if need be."
                            .formatted(end));
        }
        if (end != null) {
            throw new Problem(
                            PlanProblem.TARGET_CHANGE_OVERLAPS,
                            "Mục tiêu này đã được thay đổi từ %s. Hãy thay đổi giá trị đang có hiệu lực sau cùng của mốc."
                                    .formatted(end),
                            "This target was changed from %s on. Change the last value of the milestone."
                                    .formatted(end))
                    .with("supersededBy", Objects.requireNonNull(old.supersededBy()));
        }
        if (from.isBefore(old.validFrom())) {
            throw new Problem(
                            PlanProblem.TARGET_CHANGE_OVERLAPS,
                            "Giá trị đang có chỉ có hiệu lực từ %s; thay đổi mới không được bắt đầu trước ngày đó."
                                    .formatted(old.validFrom()),
                            "The present value is valid from %s on; the change must not begin before that day."
                                    .formatted(old.validFrom()))
                    .violation("body", "effectiveOn", Text.same("≥ " + old.validFrom()));
        }
    }

    /// Neither the change nor the milestone lies before the first day of the plan.
    private void requireWithinPlan(Indicator indicator, TargetRequest request, LocalDate due) {
        LocalDate first = planRepository
                .findByIdOptional(indicator.planId())
                .orElseThrow(Problem::notFound)
                .inForceFrom();
        if (request.effectiveOn().isBefore(first)) {
            throw new Problem(
                            PlanProblem.TARGET_CHANGE_BEFORE_PLAN,
                            "Kế hoạch có hiệu lực từ %s; thay đổi không thể có hiệu lực trước đó.".formatted(first),
                            "The plan is in force from %s on; a change cannot take effect before.".formatted(first))
                    .violation("body", "effectiveOn", Text.same("≥ " + first));
        }
        if (due.isBefore(first)) {
            throw new Problem(
                            PlanProblem.TARGET_INVALID,
                            "Mốc nằm trước ngày kế hoạch có hiệu lực (%s).".formatted(first),
                            "The milestone lies before the plan is in force (%s).".formatted(first))
                    .violation("body", "dueDate", Text.same("≥ " + first));
        }
    }

    private static void requireFree(Indicator indicator, LocalDate due) {
        indicator.openTargets(due).stream().findFirst().ifPresent(present -> {
            throw new Problem(
                            PlanProblem.TARGET_EXISTS,
                            "Mốc %s đã có mục tiêu «%s». Hãy thay đổi mục tiêu đó.".formatted(due, present.raw()),
                            "The milestone of %s has the target «%s». Change that one.".formatted(due, present.raw()))
                    .with("targetId", present.id());
        });
    }

    private static Problem dueDateMissing() {
        return new Problem(
                        PlanProblem.TARGET_INVALID,
                        "Hãy ghi ngày cuối của mốc (dueDate).",
                        "Give the last day of the milestone (dueDate).")
                .violation("body", "dueDate", new Text("Còn thiếu.", "Missing."));
    }
}
