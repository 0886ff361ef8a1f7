package vn.monitoring.task.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Text;
import vn.monitoring.task.TaskProblem;
import vn.monitoring.task.task.FieldChange;
import vn.monitoring.task.task.StoryDetails;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskChanged;
import vn.monitoring.task.task.TaskEvent;
import vn.monitoring.task.task.TaskService;
import vn.monitoring.task.task.TaskStep;

/// Decides that tasks pause, go on or end; each runs in the caller's transaction.
@ApplicationScoped
class DecisionService {

    private final TaskService tasks;
    private final DecisionStore decisions;
    private final Event<TaskChanged> changed;
    private final Caller caller;
    private final Clock clock;

    DecisionService(
            TaskService tasks, DecisionStore decisions, Event<TaskChanged> changed, Caller caller, Clock clock) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.changed = changed;
        this.caller = caller;
        this.clock = clock;
    }

    /// @throws Problem 404, 409, 412, 428, 422 also for a successor that the caller does not see, or that is the task
    /// itself
    Task pause(UUID taskId, @Nullable String ifMatch, DecisionRequest request) {
        Task task = tasks.getForChange(taskId, ifMatch);
        LocalDate on = effectiveOn(request);
        task.pause(on);
        return record(task, Decision.Kind.PAUSE, TaskEvent.PAUSED, on, request, List.of());
    }

    /// A later due day that makes up for the pause is an extension: the original one is kept.
    /// @throws Problem as [#pause]
    Task resume(UUID taskId, @Nullable String ifMatch, DecisionRequest request) {
        Task task = tasks.getForChange(taskId, ifMatch);
        LocalDate on = effectiveOn(request);
        // What fell due while the clock stood is dropped before it runs again.
        changed.fire(new TaskChanged(task));
        task.resume(on);
        List<FieldChange> changes = new ArrayList<>();
        if (request.dueOn() != null) {
            LocalDate before = task.extend(request.dueOn(), on);
            changes.add(
                    new FieldChange("dueOn", before.toString(), request.dueOn().toString()));
        }
        return record(task, Decision.Kind.RESUME, TaskEvent.RESUMED, on, request, changes);
    }

    /// @throws Problem as [#pause]
    Task cancel(UUID taskId, @Nullable String ifMatch, DecisionRequest request) {
        Task task = tasks.getForChange(taskId, ifMatch);
        LocalDate on = effectiveOn(request);
        task.drop(TaskStep.CANCEL, on);
        return record(task, Decision.Kind.CANCEL, TaskEvent.CANCELLED, on, request, List.of());
    }

    /// @throws Problem as [#pause]
    Task supersede(UUID taskId, @Nullable String ifMatch, DecisionRequest request) {
        Task task = tasks.getForChange(taskId, ifMatch);
        LocalDate on = effectiveOn(request);
        task.drop(TaskStep.SUPERSEDE, on);
        return record(task, Decision.Kind.SUPERSEDE, TaskEvent.SUPERSEDED, on, request, List.of());
    }

    private void requireSuccessor(UUID taskId, DecisionRequest request) {
        UUID successor = request.successorId();
        if (successor != null
                && (successor.equals(taskId) || tasks.find(successor).isEmpty())) {
            throw new Problem(
                            TaskProblem.SUCCESSOR_NOT_FOUND,
                            "Không thấy nhiệm vụ thay thế trong phạm vi của bạn. Hãy chọn nhiệm vụ khác hoặc bỏ trống.",
                            "The successor is not in your units. Choose another task or leave it out.")
                    .violation("body", "successorId", new Text("Không thấy.", "Not found."));
        }
    }

    @Transactional
    List<Decision> list(UUID taskId) {
        tasks.get(taskId);
        return decisions.list(taskId);
    }

    private LocalDate effectiveOn(DecisionRequest request) {
        tasks.notInFuture("document.issuedOn", request.document().issuedOn());
        return tasks.notInFuture("effectiveOn", request.effectiveOn());
    }

    private Task record(
            Task task,
            Decision.Kind kind,
            TaskEvent event,
            LocalDate on,
            DecisionRequest request,
            List<FieldChange> changes) {
        requireSuccessor(task.id(), request);
        decisions.insert(new Decision(
                task.id(),
                0,
                kind,
                on,
                request.document(),
                request.reason(),
                request.successorId(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.username()));
        tasks.tell(task, event, request.reason(), new StoryDetails(changes, request.document()));
        return task;
    }
}
