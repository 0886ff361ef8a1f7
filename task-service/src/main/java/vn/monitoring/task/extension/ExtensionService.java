package vn.monitoring.task.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.task.TaskProblem;
import vn.monitoring.task.task.DecisionDocument;
import vn.monitoring.task.task.FieldChange;
import vn.monitoring.task.task.OtherEyes;
import vn.monitoring.task.task.StoryDetails;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskEvent;
import vn.monitoring.task.task.TaskService;

/// Takes requests for a later due day and decides on them; both days are kept.
@ApplicationScoped
class ExtensionService {

    /// A request with the version of its task.
    record Requested(Extension extension, long taskVersion) {}

    private final TaskService tasks;
    private final ExtensionStore extensions;
    private final OtherEyes otherEyes;
    private final Caller caller;
    private final Clock clock;

    ExtensionService(TaskService tasks, ExtensionStore extensions, OtherEyes otherEyes, Caller caller, Clock clock) {
        this.tasks = tasks;
        this.extensions = extensions;
        this.otherEyes = otherEyes;
        this.caller = caller;
        this.clock = clock;
    }

    /// Runs in the caller's transaction.
    /// @throws Problem 409 while another request waits, 422 for a day that is not later or a task without a
    ///     due day
    Requested request(UUID taskId, @Nullable String ifMatch, ExtensionRequest request) {
        Task task = tasks.getForChange(taskId, ifMatch);
        if (extensions.hasPending(taskId)) {
            throw new Problem(
                    TaskProblem.EXTENSION_PENDING,
                    "Đã có một đề nghị gia hạn đang chờ quyết định. Hãy chờ kết luận rồi mới đề nghị tiếp.",
                    "A request for extension waits for its decision. Wait for it before asking again.");
        }
        int number = task.requestExtension(request.dueOn());
        LocalDate dueBefore = Objects.requireNonNull(task.dueOn());
        Extension extension = new Extension(
                taskId,
                number,
                LocalDate.now(clock),
                dueBefore,
                request.dueOn(),
                request.reason(),
                now(),
                caller.username(),
                null,
                null,
                null,
                null,
                null,
                null);
        extensions.insert(extension, caller.subject());
        tasks.tell(
                task,
                TaskEvent.EXTENSION_REQUESTED,
                request.reason(),
                StoryDetails.of(null, change("requestedDueOn", dueBefore, request.dueOn())));
        return new Requested(extension, task.version());
    }

    /// Puts the due day off; runs in the caller's transaction.
    /// @throws Problem 404, 409 when it was decided before, 422 for the same person or unit, or a day that
    ///     is not later
    Task approve(UUID taskId, int number, @Nullable String ifMatch, ApprovalRequest request) {
        Task task = tasks.getForChange(taskId, ifMatch);
        Extension pending = pending(task, number);
        requirePast(request.document());
        LocalDate dueOn = request.dueOn() == null ? pending.requestedDueOn() : request.dueOn();
        LocalDate before = task.extend(dueOn, LocalDate.now(clock));
        decide(pending, Extension.Outcome.APPROVED, dueOn, request.note(), request.document());
        tasks.tell(
                task,
                TaskEvent.EXTENDED,
                request.note(),
                StoryDetails.of(request.document(), change("dueOn", before, dueOn)));
        return task;
    }

    /// Leaves the due day as it is; runs in the caller's transaction.
    /// @throws Problem as [#approve]
    Task refuse(UUID taskId, int number, @Nullable String ifMatch, RefusalRequest request) {
        Task task = tasks.getForChange(taskId, ifMatch);
        Extension pending = pending(task, number);
        requirePast(request.document());
        task.refuseExtension(LocalDate.now(clock));
        decide(pending, Extension.Outcome.REFUSED, null, request.reason(), request.document());
        tasks.tell(task, TaskEvent.EXTENSION_REFUSED, request.reason(), StoryDetails.of(request.document()));
        return task;
    }

    @Transactional
    List<Extension> list(UUID taskId) {
        tasks.get(taskId);
        return extensions.list(taskId);
    }

    private Extension pending(Task task, int number) {
        ExtensionStore.Row row = extensions.find(task.id(), number).orElseThrow(Problem::notFound);
        if (row.extension().outcome() != null) {
            throw new Problem(
                    TaskProblem.EXTENSION_DECIDED,
                    "Đề nghị gia hạn này đã có kết luận. Hãy tải lại danh sách để xem.",
                    "This request was decided before. Reload the list to see it.");
        }
        otherEyes.require(task, row.bySubject());
        return row.extension();
    }

    private void requirePast(@Nullable DecisionDocument document) {
        if (document != null) {
            tasks.notInFuture("document.issuedOn", document.issuedOn());
        }
    }

    private void decide(
            Extension pending,
            Extension.Outcome outcome,
            @Nullable LocalDate grantedDueOn,
            @Nullable String reason,
            @Nullable DecisionDocument document) {
        extensions.decide(new Extension(
                pending.taskId(),
                pending.number(),
                pending.requestedOn(),
                pending.dueBefore(),
                pending.requestedDueOn(),
                pending.reason(),
                pending.receivedAt(),
                pending.by(),
                outcome,
                grantedDueOn,
                now(),
                caller.username(),
                reason,
                document));
    }

    private static FieldChange change(String field, LocalDate from, LocalDate to) {
        return new FieldChange(field, from.toString(), to.toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
