package vn.monitoring.task.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;
import vn.monitoring.task.task.StoryDetails;
import vn.monitoring.task.task.TaskService;
import vn.monitoring.task.task.TaskStatus;

/// Reads the story of a task, its steps in their order.
@ApplicationScoped
class Story {

    private final TaskService tasks;
    private final DataSource dataSource;
    private final ObjectMapper json;

    Story(TaskService tasks, DataSource dataSource, ObjectMapper json) {
        this.tasks = tasks;
        this.dataSource = dataSource;
        this.json = json;
    }

    /// @throws vn.monitoring.kit.problem.Problem 404
    @Transactional
    Page<StoryEntry> list(UUID taskId, @Nullable String cursor, int limit) {
        tasks.get(taskId);
        Cursor after = Cursor.decode(cursor, 1);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select h.id, h.what, h.business_date, h.at, h.by_username, h.by_roles,
                            array (select u.name from unnest(h.by_units) as mine(code) join unit u using (code)
                                order by u.path),
                            (select b.status from task_history b where b.task_id = h.task_id and b.id < h.id
                                order by b.id desc limit 1),
                            h.status, h.details::text, h.note
                        from task_history h where h.task_id = ? and h.id > ? order by h.id limit ?""")) {
            select.setObject(1, taskId);
            select.setLong(2, after == null ? 0 : after.number(0));
            select.setInt(3, limit + 1);
            List<StoryEntry> entries = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(read(rows));
                }
            }
            return Page.of(entries, limit, last -> Cursor.at(last.number()));
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot read the story of task " + taskId, e);
        }
    }

    private StoryEntry read(ResultSet row) throws SQLException, JsonProcessingException {
        String what = row.getString(2);
        LocalDate day = row.getObject(3, LocalDate.class);
        String by = row.getString(5);
        Text position = StoryWords.position(by, texts(row, 6), texts(row, 7));
        String before = row.getString(8);
        TaskStatus statusBefore = before == null ? null : TaskStatus.valueOf(before);
        TaskStatus status = TaskStatus.valueOf(row.getString(9));
        String stored = row.getString(10);
        StoryDetails details = stored == null ? StoryDetails.NONE : json.readValue(stored, StoryDetails.class);
        String note = row.getString(11);
        return new StoryEntry(
                row.getLong(1),
                what,
                day,
                row.getObject(4, OffsetDateTime.class).toInstant(),
                by,
                position,
                statusBefore,
                status,
                details.changes(),
                details.document(),
                note,
                StoryWords.sentence(
                        what, day, by, position, statusBefore, status, details.changes(), details.document(), note));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
