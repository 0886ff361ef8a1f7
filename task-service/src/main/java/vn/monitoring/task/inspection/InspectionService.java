package vn.monitoring.task.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Page;
import vn.monitoring.task.plan.Plan;
import vn.monitoring.task.plan.PlanReplica;
import vn.monitoring.task.task.RemedyTasks;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskService;

/// Holds inspections and follows what they found.
@ApplicationScoped
class InspectionService {

    private final InspectionStore inspections;
    private final TaskService tasks;
    private final RemedyTasks remedies;
    private final PlanReplica plans;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    InspectionService(
            InspectionStore inspections,
            TaskService tasks,
            RemedyTasks remedies,
            PlanReplica plans,
            Scope scope,
            Caller caller,
            Clock clock) {
        this.inspections = inspections;
        this.tasks = tasks;
        this.remedies = remedies;
        this.plans = plans;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /// Runs in the caller's transaction.
    /// @throws Problem 404 for a unit or plan out of sight; 422 for days or tasks that do not fit
    Inspection plan(InspectionRequest request) {
        scope.require(request.unitCode());
        if (request.planId() != null) {
            plan(request.planId());
        }
        if (request.endsOn().isBefore(request.startsOn())) {
            throw new Problem(
                            InspectionProblem.INSPECTION_DAYS,
                            "Ngày kết thúc không được trước ngày bắt đầu. Hãy sửa ngày rồi gửi lại.",
                            "It may not end before it begins. Correct the days and send again.")
                    .violation("body", "endsOn", new Text("Trước ngày bắt đầu.", "Before the first day."));
        }
        List<UUID> looked = request.tasks() == null
                ? List.of()
                : request.tasks().stream().distinct().toList();
        if (inspections.countInspectable(looked, request.unitCode(), request.planId()) != looked.size()) {
            throw new Problem(
                            InspectionProblem.INSPECTED_TASK_UNKNOWN,
                            "Có nhiệm vụ không thuộc đơn vị hoặc kế hoạch được kiểm tra. Hãy chọn lại nhiệm vụ.",
                            "A task is not the inspected unit's or plan's. Choose the tasks again.")
                    .violation("body", "tasks", new Text("Không thuộc đơn vị.", "Not of the unit."));
        }
        Inspection inspection = new Inspection(
                UUID.randomUUID(),
                request.unitCode(),
                request.kind(),
                request.title().strip(),
                request.planId(),
                request.subject(),
                looked,
                request.startsOn(),
                request.endsOn(),
                request.headPosition().strip(),
                Inspection.Status.PLANNED,
                null,
                null,
                null,
                null,
                List.of(),
                now(),
                caller.username(),
                1);
        inspections.insert(inspection);
        return inspection;
    }

    /// @throws Problem 404, 409, 412, 428
    Inspection start(UUID id, @Nullable String ifMatch) {
        return step(id, ifMatch, inspection -> inspection.started(today()));
    }

    /// @throws Problem 404, 409, 412, 428
    Inspection conclude(UUID id, @Nullable String ifMatch, String words) {
        return step(id, ifMatch, inspection -> inspection.concluded(words.strip(), today()));
    }

    /// @throws Problem 404, 409 also while a finding is not put right, 412, 428
    Inspection close(UUID id, @Nullable String ifMatch) {
        return step(id, ifMatch, inspection -> inspection.closed(today()));
    }

    private Inspection step(UUID id, @Nullable String ifMatch, UnaryOperator<Inspection> step) {
        Inspection before = lock(id);
        ETags.requireMatch(ifMatch, before.version());
        Inspection after = step.apply(before);
        inspections.update(after);
        return after;
    }

    /// Records a finding and gives out the task that puts it right. Runs in the caller's transaction.
    /// @throws Problem 404, 409; 422 without a plan, for a past deadline or a lead outside of the plan's unit
    Inspection record(UUID id, FindingRequest request) {
        Inspection inspection = lock(id);
        inspection.requireFindings();
        if (request.deadline().isBefore(today())) {
            throw new Problem(
                            InspectionProblem.DEADLINE_PASSED,
                            "Thời hạn khắc phục phải từ hôm nay trở đi. Hãy chọn ngày khác.",
                            "The deadline is today or later. Choose another day.")
                    .violation("body", "deadline", new Text("Đã qua.", "Has passed."));
        }
        Plan plan = plan(planId(inspection, request));
        UUID findingId = UUID.randomUUID();
        Task remedy = remedies.assign(new RemedyTasks.Remedy(
                findingId,
                plan.id(),
                plan.unitCode(),
                request.leadUnitCode(),
                request.remedy().strip(),
                "Báo cáo kết quả khắc phục",
                request.directorPosition(),
                request.deadline()));
        inspections.insert(
                id,
                new Inspection.Finding(
                        findingId,
                        inspection.findings().size() + 1,
                        request.text().strip(),
                        request.aboutTaskId(),
                        remedy.id(),
                        remedy.status(),
                        request.deadline(),
                        false,
                        today()),
                now(),
                caller.username());
        return get(id);
    }

    /// Of the request, of the task that the finding is about, or of the inspection.
    private UUID planId(Inspection inspection, FindingRequest request) {
        UUID ofTask = request.aboutTaskId() == null
                ? null
                : tasks.get(request.aboutTaskId()).planId();
        return Stream.of(request.planId(), ofTask, inspection.planId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new Problem(
                                InspectionProblem.PLAN_NEEDED,
                                "Hãy chọn kế hoạch mà nhiệm vụ khắc phục thuộc về.",
                                "Choose the plan that the remedy belongs to.")
                        .violation("body", "planId", new Text("Còn thiếu.", "Missing.")));
    }

    private Plan plan(UUID planId) {
        return plans.findLocked(planId)
                .filter(plan -> scope.covers(plan.unitCode()))
                .orElseThrow(Problem::notFound);
    }

    private Inspection lock(UUID id) {
        Inspection inspection = inspections.findLocked(id).orElseThrow(Problem::notFound);
        scope.require(inspection.unitCode());
        return inspection;
    }

    @Transactional
    Inspection get(UUID id) {
        Inspection inspection = inspections.find(id).orElseThrow(Problem::notFound);
        scope.require(inspection.unitCode());
        return inspection;
    }

    @Transactional
    Page<Inspection> list(InspectionStore.Filter filter, @Nullable String cursor, int limit) {
        if (filter.unit() != null) {
            scope.require(filter.unit());
        }
        return inspections.list(scope.paths(), filter, Cursor.decode(cursor, 2), limit);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
