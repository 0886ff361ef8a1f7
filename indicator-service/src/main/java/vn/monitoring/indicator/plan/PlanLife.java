package vn.monitoring.indicator.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.plan.PlanParents.Parent;
import vn.monitoring.indicator.plan.PlanVersions.Cause;
import vn.monitoring.indicator.unit.UnitProblem;
import vn.monitoring.indicator.unit.UnitRepository;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.kit.web.ETags;

/// The life of a plan: draft, in force, superseded or expired; and corrections of what it says of itself.
///
/// Each use case runs in the caller's transaction, holds the plan's row and leaves a version of it. There is no way
/// back
/// to a draft: what was in force has been reported on.
@ApplicationScoped
class PlanLife {

    private static final Logger LOG = Logger.getLogger(PlanLife.class);
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
    private static final String BY_THE_CALENDAR = "calendar";

    private final PlanRepository plans;
    private final IndicatorRepository indicators;
    private final PlanVersions versions;
    private final PlanParents parents;
    private final UnitRepository units;
    private final EntityManager entities;
    private final Outbox outbox;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    PlanLife(
            PlanRepository plans,
            IndicatorRepository indicators,
            PlanVersions versions,
            PlanParents parents,
            UnitRepository units,
            EntityManager entities,
            Outbox outbox,
            Scope scope,
            Caller caller,
            Clock clock) {
        this.plans = plans;
        this.indicators = indicators;
        this.versions = versions;
        this.parents = parents;
        this.units = units;
        this.entities = entities;
        this.outbox = outbox;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /// Brings a draft into force from today on; older plans that it replaces are superseded with it.
    ///
    /// @throws Problem NOT_FOUND, STALE, PLAN_NOT_DRAFT, UNIT_CEASED
    Plan activate(UUID id, @Nullable String decisionDocument, @Nullable String ifMatch) {
        Plan plan = open(id, ifMatch);
        LocalDate today = LocalDate.now(clock);
        if (plan.status() != PlanStatus.DRAFT) {
            throw new Problem(
                    PlanProblem.PLAN_NOT_DRAFT,
                    "Chỉ kế hoạch dự thảo mới được đưa vào thực hiện; kế hoạch này đang ở trạng thái %s."
                            .formatted(plan.status()),
                    "Only a draft is brought into force; this plan is %s.".formatted(plan.status()));
        }
        if (ceased(plan, today)) {
            throw UnitProblem.ceased(units.find(plan.unitCode()).orElseThrow(Problem::notFound));
        }
        plan.activate(today);
        List<Plan> superseded = supersedeOlder(plan, today);
        String document = clean(decisionDocument);
        tell(List.of(plan), Cause.ACTIVATED, document, caller.username());
        tell(superseded, Cause.SUPERSEDED, document, caller.username());
        LOG.infof("plan %s of %s is in force", plan.id(), plan.unitCode());
        return plan;
    }

    /// What the plan lacks on paper, in force or not. Whoever reads the plan because some of its indicators are his,
    /// reads of those.
    ActivationReport report(Plan plan) {
        boolean hasUnitAbove = units.find(plan.unitCode())
                .map(unit -> unit.parentCode() != null)
                .orElse(false);
        List<Indicator> visible = indicators.list(
                scope.paths(), new IndicatorFilter(plan.id(), null, null, null), null, Integer.MAX_VALUE);
        return ActivationReport.of(plan, visible, hasUnitAbove, LocalDate.now(clock));
    }

    /// Replaces a plan by another one of the same unit from a day on, which may lie ahead.
    ///
    /// @throws Problem NOT_FOUND, STALE, PLAN_NOT_IN_FORCE, SUPERSESSION_IMPOSSIBLE
    Plan supersede(UUID id, SupersessionRequest request, @Nullable String ifMatch) {
        Plan plan = open(id, ifMatch);
        LocalDate today = LocalDate.now(clock);
        if (plan.status() != PlanStatus.IN_FORCE) {
            throw new Problem(
                    PlanProblem.PLAN_NOT_IN_FORCE,
                    "Chỉ kế hoạch đang thực hiện mới được thay thế; kế hoạch này đang ở trạng thái %s."
                            .formatted(plan.status()),
                    "Only a plan in force is superseded; this one is %s.".formatted(plan.status()));
        }
        Plan successor = successor(plan, request.supersededBy());
        LocalDate from = request.effectiveOn();
        if (from.isBefore(FIRST_DAY) || from.isAfter(LAST_DAY) || from.isBefore(plan.horizonStart())) {
            throw impossible(
                    "effectiveOn",
                    "Ngày thay thế phải nằm trong thời kỳ của kế hoạch (từ %s).".formatted(plan.horizonStart()),
                    "The day must lie within the plan's horizon (from %s on).".formatted(plan.horizonStart()));
        }
        plan.decideSuccessor(successor, from);
        plan.endWhatIsOver(today);
        tell(List.of(plan), Cause.SUPERSEDED, clean(request.decisionDocument()), caller.username());
        LOG.infof("plan %s is superseded by %s from %s on", plan.id(), successor.id(), from);
        return plan;
    }

    private Plan successor(Plan plan, UUID id) {
        Plan successor = plans.visible(id, scope.paths()) ? plans.findById(id) : null;
        if (successor == null) {
            throw impossible(
                    "supersededBy",
                    "Không có kế hoạch thay thế này trong phạm vi của bạn.",
                    "There is no such successor within your units.");
        }
        if (!successor.unitCode().equals(plan.unitCode()) || successor.id().equals(plan.id())) {
            throw impossible(
                    "supersededBy",
                    "Kế hoạch thay thế phải là một kế hoạch khác của cùng đơn vị.",
                    "The successor must be another plan of the same unit.");
        }
        if (successor.status() != PlanStatus.IN_FORCE || plan.id().equals(successor.supersededBy())) {
            throw impossible(
                    "supersededBy",
                    "Kế hoạch thay thế phải đang thực hiện; nếu là dự thảo, hãy đưa vào thực hiện trước.",
                    "The successor must be in force; activate it first if it is a draft.");
        }
        return successor;
    }

    /// Puts right what the plan says of itself. Without a difference nothing is written.
    ///
    /// @throws Problem NOT_FOUND, STALE, PLAN_INVALID, PLAN_EXISTS, PARENT_NOT_ABOVE
    Plan correct(UUID id, PlanRequest request, @Nullable String ifMatch) {
        Plan plan = open(id, ifMatch);
        PlanHeader header = request.header("");
        if (!header.unitCode().equals(plan.unitCode())) {
            throw new Problem(
                            PlanProblem.PLAN_INVALID,
                            "Đơn vị ban hành của kế hoạch không đổi được; hãy nhập kế hoạch cho đơn vị kia.",
                            "A plan's unit cannot be changed; import the plan for the other unit.")
                    .violation("body", "unitCode", new Text("Khác đơn vị của kế hoạch.", "Not the plan's unit."));
        }
        String identity = PlanIdentity.of(header);
        boolean taken = plans.listOfUnit(plan.unitCode()).stream()
                .anyMatch(other -> other != plan && other.identityKey().equals(identity));
        if (taken) {
            throw new Problem(
                            PlanProblem.PLAN_EXISTS,
                            "Đơn vị đã có một kế hoạch khác mang số (hoặc tên) này.",
                            "The unit has another plan of this number (or title).")
                    .violation("body", "number", new Text("Đã dùng.", "Taken."));
        }
        Parent parent = parents.find(header, request.parentPlanId(), plan.id());
        LocalDate today = LocalDate.now(clock);
        boolean changed = plan.describe(header);
        changed |= plan.identifyAs(identity);
        changed |= plan.putBelow(parent);
        changed |= !ceased(plan, today) && plan.reviveWithin(today);
        List<Plan> superseded = plan.status() == PlanStatus.IN_FORCE ? supersedeOlder(plan, today) : List.of();
        String document = clean(request.decisionDocument());
        if (changed) {
            tell(List.of(plan), Cause.CORRECTED, document, caller.username());
        }
        tell(superseded, Cause.SUPERSEDED, document, caller.username());
        return plan;
    }

    /// Supersedes the plans of the unit that this one says it replaces.
    private List<Plan> supersedeOlder(Plan plan, LocalDate today) {
        List<Plan> superseded = new ArrayList<>();
        for (Plan other : plans.listOfUnit(plan.unitCode())) {
            if (other != plan && plan.replaces(other) && other.supersededBy(plan, today)) {
                superseded.add(other);
            }
        }
        return superseded;
    }

    /// Ends plans whose horizon has passed, whose successor's day has come or whose unit has ceased, and ties plans to
    /// those above them that
    /// have come in meanwhile; in the caller's transaction.
    ///
    /// @return how many plans were changed, at most twice `most`
    int applyDue(int most) {
        LocalDate today = LocalDate.now(clock);
        List<Plan> superseded = new ArrayList<>();
        List<Plan> expired = new ArrayList<>();
        List<Plan> ceased = new ArrayList<>();
        for (Plan plan : plans.lockOver(today, most)) {
            if (plan.endWhatIsOver(today)) {
                (plan.status() == PlanStatus.SUPERSEDED ? superseded : expired).add(plan);
            } else {
                plan.endWithItsUnit();
                ceased.add(plan);
            }
        }
        List<Plan> linked = new ArrayList<>();
        Map<UUID, UUID> arrived = parents.listArrived(most);
        for (Plan plan : plans.lock(arrived.keySet())) {
            if (plan.putBelow(new Parent(arrived.get(plan.id()), plan.parentNumber(), plan.parentKey()))) {
                linked.add(plan);
            }
        }
        tell(superseded, Cause.SUPERSEDED, null, BY_THE_CALENDAR);
        tell(expired, Cause.EXPIRED, null, BY_THE_CALENDAR);
        tell(ceased, Cause.UNIT_CEASED, null, BY_THE_CALENDAR);
        tell(linked, Cause.LINKED, null, BY_THE_CALENDAR);
        int changed = superseded.size() + expired.size() + ceased.size() + linked.size();
        if (changed > 0) {
            LOG.infof(
                    "plans: %d superseded, %d expired, %d ended with their units, %d linked",
                    superseded.size(), expired.size(), ceased.size(), linked.size());
        }
        return changed;
    }

    /// Who may read a plan because one of its indicators is his may not change it.
    private Plan open(UUID id, @Nullable String ifMatch) {
        Plan plan = plans.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (plan == null) {
            throw Problem.notFound();
        }
        scope.require(plan.unitCode());
        ETags.requireMatch(ifMatch, plan.version());
        return plan;
    }

    private void tell(Collection<Plan> changed, Cause cause, @Nullable String document, String by) {
        entities.flush();
        Instant now = clock.instant();
        versions.record(changed, cause, document, by, now);
        outbox.append(
                changed.stream().map(plan -> PlanEvents.changed(plan, now)).toList());
    }

    private boolean ceased(Plan plan, LocalDate today) {
        return units.find(plan.unitCode()).map(unit -> unit.endedBefore(today)).orElse(true);
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null || text.isBlank() ? null : Vietnamese.clean(text);
    }

    private static Problem impossible(String field, String vi, String en) {
        return new Problem(PlanProblem.SUPERSESSION_IMPOSSIBLE, vi, en)
                .violation("body", field, new Text("Không dùng được.", "Not possible."));
    }
}
