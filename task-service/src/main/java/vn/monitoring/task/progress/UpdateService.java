package vn.monitoring.task.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.text.Text;
import vn.monitoring.task.TaskProblem;
import vn.monitoring.task.task.LastUpdate;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskEvent;
import vn.monitoring.task.task.TaskService;

/// Takes reports of progress; only a valid one moves its task.
@ApplicationScoped
class UpdateService {

    /// A stored report with the version of its task.
    record Reported(UpdateResponse update, long taskVersion) {}

    private final TaskService tasks;
    private final DataSource dataSource;
    private final Caller caller;
    private final Clock clock;

    UpdateService(TaskService tasks, DataSource dataSource, Caller caller, Clock clock) {
        this.tasks = tasks;
        this.dataSource = dataSource;
        this.caller = caller;
        this.clock = clock;
    }

    /// Stores a report. A valid one moves the task on; of an incomplete one the task stays as it was.
    /// Runs in the caller's transaction.
    /// @throws Problem 409; 422 for an empty report, no percent, a day to come or before the last update
    Reported report(UUID taskId, @Nullable String ifMatch, UpdateRequest request) {
        Task task = tasks.getForAddition(taskId, ifMatch);
        requirePlausible(request);
        LocalDate asOf = tasks.notInFuture("asOf", request.asOf());
        requireNewer(task, asOf);
        List<String> missing = request.missing(task.oneOff(), task.deliverableCount() > 0);
        UpdateResponse stored = stored(taskId, request, missing);
        if (missing.isEmpty()) {
            LastUpdate update = new LastUpdate(
                    asOf,
                    Objects.requireNonNull(stored.status()),
                    Objects.requireNonNull(stored.result()),
                    Objects.requireNonNull(stored.difficulty()),
                    Objects.requireNonNull(stored.nextStep()));
            task.progress(update, request.percent());
            insert(stored);
            tasks.tell(task, TaskEvent.PROGRESSED, update.result());
        } else {
            task.checkProgress(asOf);
            insert(stored);
            tasks.note(task, "UPDATE_INCOMPLETE", String.join(", ", missing));
        }
        return new Reported(stored, task.version());
    }

    private UpdateResponse stored(UUID taskId, UpdateRequest request, List<String> missing) {
        return new UpdateResponse(
                UUID.randomUUID(),
                taskId,
                request.asOf(),
                request.percent(),
                stripped(request.status()),
                stripped(request.result()),
                stripped(request.difficulty()),
                stripped(request.nextStep()),
                UpdateResponse.Validity.of(missing),
                missing,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.username());
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    private static void requirePlausible(UpdateRequest request) {
        Integer percent = request.percent();
        if (percent != null && (percent < 0 || percent > 100)) {
            throw new Problem(
                            KitProblem.INVALID_VALUE,
                            "Phần trăm phải từ 0 đến 100. Hãy sửa rồi gửi lại.",
                            "The percent lies between 0 and 100. Correct it and send again.")
                    .violation("body", "percent", new Text("Phải từ 0 đến 100.", "Must be 0 to 100."));
        }
        if (request.empty()) {
            throw new Problem(
                    TaskProblem.UPDATE_EMPTY,
                    "Cập nhật chưa nói điều gì. Hãy ghi tình trạng, kết quả, khó khăn (hoặc «không có») và bước tiếp theo.",
                    "The update says nothing. Give a status, a result, difficulties (or \"không có\") and a next step.");
        }
    }

    private static void requireNewer(Task task, LocalDate asOf) {
        LastUpdate last = task.lastUpdate();
        if (last != null && asOf.isBefore(last.asOf())) {
            throw new Problem(
                            TaskProblem.UPDATE_OUT_OF_ORDER,
                            "Đã có cập nhật đến ngày %s. Hãy gửi cập nhật từ ngày đó trở đi.".formatted(last.asOf()),
                            "There is an update as of %s. Send one of that day or later.".formatted(last.asOf()))
                    .violation("body", "asOf", new Text("Cũ hơn cập nhật gần nhất.", "Older than the last one."));
        }
    }

    /// All reports of a task, the newest first.
    @Transactional
    List<UpdateResponse> list(UUID taskId) {
        tasks.get(taskId);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select id, as_of, percent, status, result, difficulty, next_step, missing, received_at, by_username
                        from progress_update where task_id = ? order by entry desc""")) {
            select.setObject(1, taskId);
            try (ResultSet rows = select.executeQuery()) {
                List<UpdateResponse> updates = new ArrayList<>();
                while (rows.next()) {
                    List<String> missing = List.of((String[]) rows.getArray(8).getArray());
                    updates.add(new UpdateResponse(
                            rows.getObject(1, UUID.class),
                            taskId,
                            rows.getObject(2, LocalDate.class),
                            rows.getObject(3, Integer.class),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7),
                            UpdateResponse.Validity.of(missing),
                            missing,
                            rows.getObject(9, OffsetDateTime.class).toInstant(),
                            rows.getString(10)));
                }
                return updates;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the updates of task " + taskId, e);
        }
    }

    private void insert(UpdateResponse update) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into progress_update (id, task_id, as_of, percent, status, result, difficulty,
                            next_step, received_at, by_username, missing)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, update.id());
            insert.setObject(2, update.taskId());
            insert.setObject(3, update.asOf());
            if (update.percent() == null) {
                insert.setNull(4, Types.INTEGER);
            } else {
                insert.setInt(4, update.percent());
            }
            insert.setString(5, update.status());
            insert.setString(6, update.result());
            insert.setString(7, update.difficulty());
            insert.setString(8, update.nextStep());
            Instant receivedAt = update.receivedAt();
            insert.setObject(9, receivedAt.atOffset(ZoneOffset.UTC));
            insert.setString(10, update.by());
            insert.setArray(
                    11, connection.createArrayOf("text", update.missing().toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store an update of task " + update.taskId(), e);
        }
    }
}
