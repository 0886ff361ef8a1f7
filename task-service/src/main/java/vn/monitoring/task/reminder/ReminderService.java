package vn.monitoring.task.reminder;

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
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Page;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskService;
import vn.monitoring.task.warning.TaskWarnings;

/// Issues reminders and takes their answers; each is told in the story of its task.
@ApplicationScoped
class ReminderService {

    private final TaskService tasks;
    private final TaskWarnings warnings;
    private final ReminderStore reminders;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    ReminderService(
            TaskService tasks,
            TaskWarnings warnings,
            ReminderStore reminders,
            Scope scope,
            Caller caller,
            Clock clock) {
        this.tasks = tasks;
        this.warnings = warnings;
        this.reminders = reminders;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /// Runs in the caller's transaction.
    /// @throws Problem 404; 409 for a task that is not open; 422 for a past day or a warning of another task
    Reminder issue(UUID taskId, ReminderRequest request) {
        Task task = tasks.getForAddition(taskId, null);
        if (!task.status().open()) {
            throw new Problem(
                    ReminderProblem.TASK_NOT_OPEN,
                    "Nhiệm vụ đã kết thúc nên không đôn đốc nữa. Hãy tải lại nhiệm vụ.",
                    "The task has ended, there is nothing to remind of. Reload the task.");
        }
        LocalDate today = LocalDate.now(clock);
        requireDayToCome(request.explainBy(), today);
        requireWarningOf(taskId, request.warningId());
        Reminder reminder = new Reminder(
                UUID.randomUUID(),
                taskId,
                request.warningId(),
                request.text().strip(),
                request.explainBy(),
                Reminder.Status.ISSUED,
                true,
                today,
                now(),
                caller.username(),
                caller.unitCodes(),
                null,
                null,
                null,
                null,
                null,
                1);
        reminders.insert(reminder);
        tasks.note(task, "REMINDED", reminder.text());
        return reminder;
    }

    private static void requireDayToCome(@Nullable LocalDate day, LocalDate today) {
        if (day != null && day.isBefore(today)) {
            throw new Problem(
                            ReminderProblem.EXPLANATION_DAY_PASSED,
                            "Hạn giải trình phải từ hôm nay (%s) trở đi. Hãy chọn ngày khác.".formatted(today),
                            "The day for the explanation is today (%s) or later. Choose another one.".formatted(today))
                    .violation("body", "explainBy", new Text("Đã qua.", "Has passed."));
        }
    }

    private void requireWarningOf(UUID taskId, @Nullable UUID warningId) {
        if (warningId != null && !warnings.isOf(warningId, taskId)) {
            throw new Problem(
                            ReminderProblem.WARNING_OF_ANOTHER_TASK,
                            "Cảnh báo này không phải của nhiệm vụ. Hãy chọn một cảnh báo của nhiệm vụ, hoặc bỏ trống.",
                            "The warning is not this task's. Choose one of the task's, or leave it out.")
                    .violation("body", "warningId", new Text("Không thuộc nhiệm vụ.", "Not of the task."));
        }
    }

    /// Runs in the caller's transaction.
    /// @throws Problem 404, 409, 412, 428
    Reminder acknowledge(UUID id, @Nullable String ifMatch) {
        Task task = lock(id);
        Reminder reminder = current(id, ifMatch).acknowledged(now(), caller.username());
        reminders.update(reminder);
        tasks.note(task, "REMINDER_ACKNOWLEDGED", reminder.text());
        return reminder;
    }

    /// Runs in the caller's transaction.
    /// @throws Problem 404, 409, 412, 428
    Reminder explain(UUID id, @Nullable String ifMatch, String words) {
        Task task = lock(id);
        Reminder reminder =
                current(id, ifMatch).explained(words.strip(), LocalDate.now(clock), now(), caller.username());
        reminders.update(reminder);
        tasks.note(task, "REMINDER_EXPLAINED", reminder.explanation());
        return reminder;
    }

    private Task lock(UUID id) {
        UUID taskId = reminders.find(id).orElseThrow(Problem::notFound).taskId();
        return tasks.getForAddition(taskId, null);
    }

    private Reminder current(UUID id, @Nullable String ifMatch) {
        Reminder reminder = reminders.find(id).orElseThrow(Problem::notFound);
        ETags.requireMatch(ifMatch, reminder.version());
        return reminder;
    }

    @Transactional
    Reminder get(UUID id) {
        Reminder reminder = reminders.find(id).orElseThrow(Problem::notFound);
        tasks.get(reminder.taskId());
        return reminder;
    }

    @Transactional
    List<Reminder> list(UUID taskId) {
        tasks.get(taskId);
        return reminders.list(taskId);
    }

    @Transactional
    Page<Reminder> list(ReminderStore.Filter filter, @Nullable String cursor, int limit) {
        if (filter.unit() != null) {
            scope.require(filter.unit());
        }
        return reminders.list(scope.paths(), filter, Cursor.decode(cursor, 2), limit);
    }

    @Transactional
    ReminderCounts count(@Nullable String unit) {
        if (unit != null) {
            scope.require(unit);
        }
        return reminders.count(scope.paths(), unit, LocalDate.now(clock));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
