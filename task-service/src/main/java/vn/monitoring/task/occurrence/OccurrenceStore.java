package vn.monitoring.task.occurrence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.bulk.CopyRows;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;

/// The rows of occurrences; many tasks are read and written at once.
@ApplicationScoped
class OccurrenceStore {

    private static final String COLUMNS = "number, period_key, starts_on, due_on, original_due_on, status, done_on";

    private final DataSource dataSource;

    OccurrenceStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Of each of the tasks, in the order of their days; a task without any is not in the map.
    Map<UUID, List<Occurrence>> of(Collection<UUID> taskIds) {
        Map<UUID, List<Occurrence>> found = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select " + COLUMNS
                        + ", task_id from occurrence where task_id = any (?) order by starts_on, number")) {
            select.setArray(1, connection.createArrayOf("uuid", taskIds.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getObject(8, UUID.class), task -> new ArrayList<>())
                            .add(read(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read occurrences", e);
        }
        return found;
    }

    /// A page of one task's, in the order of their days.
    Page<Occurrence> list(UUID taskId, @Nullable OccurrenceStatus status, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 2);
        LocalDate afterDay = after == null ? null : after.date(0);
        long afterNumber = after == null ? 0 : after.number(1);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select " + COLUMNS + """
                         from occurrence
                        where task_id = ? and (cast(? as text) is null or status = ?)
                          and (cast(? as date) is null or (starts_on, number) > (?, ?))
                        order by starts_on, number limit ?""")) {
            select.setObject(1, taskId);
            select.setString(2, status == null ? null : status.name());
            select.setString(3, status == null ? null : status.name());
            select.setObject(4, afterDay);
            select.setObject(5, afterDay);
            select.setLong(6, afterNumber);
            select.setInt(7, limit + 1);
            List<Occurrence> occurrences = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    occurrences.add(read(rows));
                }
            }
            return Page.of(occurrences, limit, last -> Cursor.at(last.startsOn(), last.number()));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list the occurrences of task " + taskId, e);
        }
    }

    /// Writes what differs: the state after, of tasks whose state before was read in the same transaction
    /// with the tasks locked.
    ///
    /// @return how many rows were written or deleted
    int replace(Map<UUID, List<Occurrence>> before, Map<UUID, List<Occurrence>> after) {
        int written = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from occurrence where task_id = ? and number = ?");
                PreparedStatement update = connection.prepareStatement("""
                        update occurrence set starts_on = ?, due_on = ?, original_due_on = ?, status = ?, done_on = ?
                        where task_id = ? and number = ?""")) {
            List<UUID> ofTask = new ArrayList<>();
            List<Occurrence> added = new ArrayList<>();
            for (Map.Entry<UUID, List<Occurrence>> entry : after.entrySet()) {
                UUID taskId = entry.getKey();
                List<Occurrence> known = before.getOrDefault(taskId, List.of());
                Map<Integer, Occurrence> byNumber = new HashMap<>();
                known.forEach(occurrence -> byNumber.put(occurrence.number(), occurrence));
                Set<Integer> kept = new HashSet<>();
                for (Occurrence occurrence : entry.getValue()) {
                    kept.add(occurrence.number());
                    Occurrence stored = byNumber.get(occurrence.number());
                    if (stored == null) {
                        ofTask.add(taskId);
                        added.add(occurrence);
                    } else if (!stored.equals(occurrence)) {
                        bind(update, taskId, occurrence);
                        update.addBatch();
                        written++;
                    }
                }
                for (Occurrence occurrence : known) {
                    if (!kept.contains(occurrence.number())) {
                        delete.setObject(1, taskId);
                        delete.setInt(2, occurrence.number());
                        delete.addBatch();
                        written++;
                    }
                }
            }
            delete.executeBatch();
            update.executeBatch();
            insert(connection, ofTask, added);
            return written + added.size();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store occurrences", e);
        }
    }

    private static void bind(PreparedStatement update, UUID taskId, Occurrence occurrence) throws SQLException {
        update.setObject(1, occurrence.startsOn());
        update.setObject(2, occurrence.dueOn());
        update.setObject(3, occurrence.originalDueOn());
        update.setString(4, occurrence.status().name());
        update.setObject(5, occurrence.doneOn());
        update.setObject(6, taskId);
        update.setInt(7, occurrence.number());
    }

    private static void insert(Connection connection, List<UUID> ofTask, List<Occurrence> added) throws SQLException {
        if (added.isEmpty()) {
            return;
        }
        try (CopyRows rows = CopyRows.intoShielded(connection, "occurrence", "task_id, " + COLUMNS)) {
            for (int at = 0; at < added.size(); at++) {
                Occurrence occurrence = added.get(at);
                rows.value(ofTask.get(at))
                        .value(occurrence.number())
                        .value(occurrence.periodKey())
                        .value(occurrence.startsOn())
                        .value(occurrence.dueOn())
                        .value(occurrence.originalDueOn())
                        .value(occurrence.status().name())
                        .value(occurrence.doneOn())
                        .end();
            }
            rows.send();
        }
    }

    private static Occurrence read(ResultSet row) throws SQLException {
        return new Occurrence(
                row.getInt(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                OccurrenceStatus.valueOf(row.getString(6)),
                row.getObject(7, LocalDate.class));
    }
}
