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

/// Takes reports of progress; only a valid one is stored.
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

    /// Runs in the caller's transaction.
    /// @throws Problem 422 naming what is missing, older than the last update, or a day to come; 409
    Reported report(UUID taskId, @Nullable String ifMatch, UpdateRequest request) {
        Task task = tasks.getForAddition(taskId, ifMatch);
        requireValid(task, request);
        LocalDate asOf = tasks.notInFuture("asOf", request.asOf());
        requireNewer(task, asOf);
        LastUpdate update = new LastUpdate(
                asOf,
                Objects.requireNonNull(request.status()).strip(),
                Objects.requireNonNull(request.result()).strip(),
                Objects.requireNonNull(request.difficulty()).strip(),
                Objects.requireNonNull(request.nextStep()).strip());
        task.progress(update, request.percent());
        tasks.tell(task, TaskEvent.PROGRESSED, update.result());
        UpdateResponse stored = new UpdateResponse(
                UUID.randomUUID(),
                taskId,
                asOf,
                request.percent(),
                update.status(),
                update.result(),
                update.difficulty(),
                update.nextStep(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.username());
        insert(stored);
        return new Reported(stored, task.version());
    }

    private static void requireValid(Task task, UpdateRequest request) {
        Integer percent = request.percent();
        if (percent != null && (percent < 0 || percent > 100)) {
            throw new Problem(
                            KitProblem.INVALID_VALUE,
                            "Phần trăm phải từ 0 đến 100. Hãy sửa rồi gửi lại.",
                            "The percent lies between 0 and 100. Correct it and send again.")
                    .violation("body", "percent", new Text("Phải từ 0 đến 100.", "Must be 0 to 100."));
        }
        List<String> missing = request.missing(task.oneOff(), task.deliverableCount() > 0);
        if (missing.isEmpty()) {
            return;
        }
        Problem problem = new Problem(
                TaskProblem.UPDATE_INCOMPLETE,
                "Cập nhật phải có tình trạng, kết quả, khó khăn (hoặc «không có»), bước tiếp theo, phần trăm với nhiệm vụ"
                        + " một lần, và sản phẩm đính kèm khi báo đã xong. Hãy bổ sung phần còn thiếu.",
                "An update has a status, a result, difficulties (or \"không có\"), a next step, the percent of a task"
                        + " done once, and a deliverable when all is said to be done. Add what is missing.");
        for (String field : missing) {
            problem.violation("body", field, new Text("Còn thiếu.", "Missing."));
        }
        throw problem;
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
                        select id, as_of, percent, status, result, difficulty, next_step, received_at, by_username
                        from progress_update where task_id = ? order by as_of desc, received_at desc""")) {
            select.setObject(1, taskId);
            try (ResultSet rows = select.executeQuery()) {
                List<UpdateResponse> updates = new ArrayList<>();
                while (rows.next()) {
                    updates.add(new UpdateResponse(
                            rows.getObject(1, UUID.class),
                            taskId,
                            rows.getObject(2, LocalDate.class),
                            rows.getObject(3, Integer.class),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getObject(8, OffsetDateTime.class).toInstant(),
                            rows.getString(9)));
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
                            next_step, received_at, by_username)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
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
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store an update of task " + update.taskId(), e);
        }
    }
}
