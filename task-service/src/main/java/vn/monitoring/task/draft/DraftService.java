package vn.monitoring.task.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.shield.AsSystem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.task.TaskProblem;
import vn.monitoring.task.plan.Plan;
import vn.monitoring.task.plan.PlanReplica;
import vn.monitoring.task.task.FieldChange;
import vn.monitoring.task.task.StoryDetails;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskEvent;
import vn.monitoring.task.task.TaskFacts;
import vn.monitoring.task.task.TaskKind;
import vn.monitoring.task.task.TaskRepository;
import vn.monitoring.task.task.TaskService;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.Timing;

/// Makes and corrects tasks by hand; each runs in the caller's transaction.
@ApplicationScoped
class DraftService {

    private final PlanReplica plans;
    private final TaskRepository repository;
    private final TaskService tasks;
    private final Scope scope;
    private final AsSystem asSystem;
    private final TimelinessRule rule;
    private final Clock clock;

    DraftService(
            PlanReplica plans,
            TaskRepository repository,
            TaskService tasks,
            Scope scope,
            AsSystem asSystem,
            TimelinessRule rule,
            Clock clock) {
        this.plans = plans;
        this.repository = repository;
        this.tasks = tasks;
        this.scope = scope;
        this.asSystem = asSystem;
        this.rule = rule;
        this.clock = clock;
    }

    /// Adds a task that the plan's table does not have; an import never takes it for one of its rows.
    /// @throws Problem 404 for a plan that is not here or out of scope, 409 for a number that is taken, 422
    Task create(UUID planId, TaskDraft draft) {
        Plan plan = plans.findLocked(planId)
                .filter(found -> scope.covers(found.unitCode()))
                .orElseThrow(() -> new Problem(
                        TaskProblem.PLAN_NOT_FOUND,
                        "Chưa thấy kế hoạch này trong phạm vi đơn vị của bạn. Hãy kiểm tra lại kế hoạch.",
                        "This plan is not here or outside of your units. Check the plan."));
        String lead = lead(plan.unitCode(), draft.leadUnitCode(), plan.unitCode());
        requireFree(planId, draft.number(), null);
        int position = repository.nextPosition(planId);
        TaskFacts facts = draft.applied(blank(position), plan, false);
        requireTitle(facts);
        LocalDate today = LocalDate.now(clock);
        Task task = Task.imported(
                planId, plan.unitCode(), lead, null, Task.BY_HAND + UUID.randomUUID(), facts, today, rule);
        tasks.add(task);
        tasks.tell(task, TaskEvent.CREATED, null);
        return task;
    }

    /// Corrects what a task says before it is given to anybody; confirmed, a doubtful row becomes a task.
    /// @throws Problem 404, 409 once it was given, 412, 422, 428
    Task correct(UUID taskId, @Nullable String ifMatch, TaskDraft draft) {
        Task task = tasks.getForChange(taskId, ifMatch);
        // An agency corrects its rows of a plan that its commune issued, and that it may read, not write.
        Plan plan = asSystem.call(() -> plans.findLocked(task.planId())).orElseThrow(Problem::notFound);
        requireFree(task.planId(), draft.number(), taskId);
        boolean waits = task.facts().needsDecision() && !Boolean.TRUE.equals(draft.confirmed());
        TaskFacts facts = draft.applied(task.facts(), plan, waits);
        if (!waits) {
            requireTitle(facts);
        }
        String lead = lead(task.unitCode(), draft.leadUnitCode(), null);
        List<FieldChange> changes = task.correct(facts, lead);
        if (!changes.isEmpty()) {
            tasks.tell(task, TaskEvent.CORRECTED, null, StoryDetails.of(changes));
        }
        return task;
    }

    /// Says which indicators a task serves, whatever its status.
    /// @throws Problem 404, 412, 428
    Task link(UUID taskId, @Nullable String ifMatch, IndicatorLinks links) {
        Task task = tasks.getForChange(taskId, ifMatch);
        List<FieldChange> changes = task.link(links.ids(), links.codes());
        if (!changes.isEmpty()) {
            tasks.tell(task, TaskEvent.CORRECTED, null, StoryDetails.of(changes));
        }
        return task;
    }

    private String lead(String planUnitCode, @Nullable String asked, @Nullable String otherwise) {
        if (asked == null || asked.isBlank()) {
            return Objects.requireNonNullElse(otherwise, "");
        }
        tasks.requirePartOf(planUnitCode, asked);
        return asked;
    }

    private void requireFree(UUID planId, @Nullable String number, @Nullable UUID except) {
        if (number == null || number.isBlank()) {
            return;
        }
        // By any task of the plan, whoever leads it.
        if (asSystem.call(() -> repository.isNumberTaken(planId, number.strip(), except))) {
            throw new Problem(
                            TaskProblem.NUMBER_TAKEN,
                            "Kế hoạch đã có nhiệm vụ số %s. Hãy dùng số khác hoặc bỏ trống.".formatted(number),
                            "The plan has a task number %s. Use another number or leave it out.".formatted(number))
                    .violation("body", "number", new Text("Đã có.", "Taken."));
        }
    }

    private static void requireTitle(TaskFacts facts) {
        if (facts.title() == null) {
            throw new Problem(
                            TaskProblem.TITLE_MISSING,
                            "Nhiệm vụ phải có tên («rõ việc»). Hãy nhập tên nhiệm vụ.",
                            "A task needs a title. Enter it.")
                    .violation("body", "title", new Text("Còn thiếu.", "Missing."));
        }
    }

    private static TaskFacts blank(int position) {
        return new TaskFacts(
                TaskKind.TASK,
                position,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                new ArrayList<>(),
                new ArrayList<>(),
                null,
                new ArrayList<>(),
                new Timing.Missing(""),
                false);
    }
}
