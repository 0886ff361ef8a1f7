package vn.monitoring.task.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The story of each task: what happened, when, and from which account and units.
@ApplicationScoped
class TaskHistory {

    private final DataSource dataSource;
    private final ObjectMapper json;

    TaskHistory(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /// One thing that happened.
    ///
    /// @param businessDate the day it belongs to
    /// @param at when it was recorded
    /// @param note the reason, the old values, what was attached; in the words it came in
    record Entry(
            String what,
            TaskStatus status,
            LocalDate businessDate,
            Instant at,
            String by,
            List<String> units,
            @Nullable String note) {}

    void append(Task task, String what, Instant at, @Nullable String note, StoryDetails details, Author author) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into task_history (task_id, what, status, business_date, at, by_username, by_units, note,
                            by_roles, details)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))""")) {
            insert.setObject(1, task.id());
            insert.setString(2, what);
            insert.setString(3, task.status().name());
            insert.setObject(4, task.businessDate());
            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
            insert.setString(6, author.username());
            insert.setArray(7, connection.createArrayOf("text", author.units().toArray()));
            insert.setString(8, note);
            insert.setArray(9, connection.createArrayOf("text", author.roles().toArray()));
            insert.setString(10, details.equals(StoryDetails.NONE) ? null : json.writeValueAsString(details));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot write the story of task " + task.id(), e);
        }
    }

    /// The story in its order.
    List<Entry> list(UUID taskId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select what, status, business_date, at, by_username, by_units, note
                        from task_history where task_id = ? order by id""")) {
            select.setObject(1, taskId);
            try (ResultSet rows = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getString(1),
                            TaskStatus.valueOf(rows.getString(2)),
                            rows.getObject(3, LocalDate.class),
                            rows.getObject(4, OffsetDateTime.class).toInstant(),
                            rows.getString(5),
                            Arrays.asList((String[]) rows.getArray(6).getArray()),
                            rows.getString(7)));
                }
                return entries;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the story of task " + taskId, e);
        }
    }
}
