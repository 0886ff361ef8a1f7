package vn.monitoring.task.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.task.TaskProblem;
import vn.monitoring.task.task.OtherEyes;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskEvent;
import vn.monitoring.task.task.TaskService;
import vn.monitoring.task.timeliness.TimelinessRule;

/// Hands tasks over and decides on what was handed over.
@ApplicationScoped
class SubmissionService {

    /// A submission with the version of its task.
    record Submitted(Submission submission, long taskVersion) {}

    private final TaskService tasks;
    private final SubmissionStore submissions;
    private final OtherEyes otherEyes;
    private final Caller caller;
    private final Clock clock;
    private final TimelinessRule rule;

    SubmissionService(
            TaskService tasks,
            SubmissionStore submissions,
            OtherEyes otherEyes,
            Caller caller,
            Clock clock,
            TimelinessRule rule) {
        this.tasks = tasks;
        this.submissions = submissions;
        this.otherEyes = otherEyes;
        this.caller = caller;
        this.clock = clock;
        this.rule = rule;
    }

    /// Runs in the caller's transaction.
    /// @throws Problem 409, 422 without a deliverable or for a day to come
    Submitted submit(UUID taskId, @Nullable String ifMatch, SubmissionRequest request) {
        Task task = tasks.getForChange(taskId, ifMatch);
        LocalDate submittedOn = tasks.notInFuture("submittedOn", request.submittedOn());
        int number = task.submit(submittedOn);
        tasks.tell(task, TaskEvent.SUBMITTED, request.note());
        Submission submission = new Submission(
                taskId, number, submittedOn, now(), request.note(), caller.username(), null, null, null, null);
        submissions.insert(submission, caller.subject());
        return new Submitted(submission, task.version());
    }

    /// Completes the task on the day of the submission; runs in the caller's transaction.
    /// @throws Problem 404, 409, 422 for the same person or unit
    Task accept(UUID taskId, int number, @Nullable String ifMatch, @Nullable String note) {
        Task task = reviewable(taskId, number, ifMatch);
        task.complete(rule);
        submissions.decide(taskId, number, Submission.Outcome.ACCEPTED, now(), caller.username(), note);
        tasks.tell(task, TaskEvent.COMPLETED, note);
        return task;
    }

    /// Sends the task back; runs in the caller's transaction.
    /// @throws Problem as [#accept]
    Task sendBack(UUID taskId, int number, @Nullable String ifMatch, String reason) {
        Task task = reviewable(taskId, number, ifMatch);
        task.sendBack(LocalDate.now(clock));
        submissions.decide(taskId, number, Submission.Outcome.RETURNED, now(), caller.username(), reason);
        tasks.tell(task, TaskEvent.RETURNED, reason);
        return task;
    }

    /// The task, if the caller may judge this submission of it.
    private Task reviewable(UUID taskId, int number, @Nullable String ifMatch) {
        Task task = tasks.getForChange(taskId, ifMatch);
        SubmissionStore.Row row = submissions.find(taskId, number).orElseThrow(Problem::notFound);
        if (row.submission().outcome() != null) {
            throw new Problem(
                    TaskProblem.WRONG_STATUS,
                    "Lần nộp này đã có kết luận. Hãy tải lại nhiệm vụ để xem.",
                    "This submission was decided before. Reload the task to see it.");
        }
        otherEyes.require(task, row.bySubject());
        return task;
    }

    @Transactional
    List<Submission> list(UUID taskId) {
        tasks.get(taskId);
        return submissions.list(taskId);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
