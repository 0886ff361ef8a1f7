package vn.monitoring.task.warning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far all tasks were judged, and which were judged beyond that for themselves.
final class Sweeps {

    private final Connection connection;

    Sweeps(Connection connection) {
        this.connection = connection;
    }

    /// The last day for which all tasks were judged, null before the first time.
    @Nullable
    LocalDate day() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select day from warning_sweep");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getObject(1, LocalDate.class) : null;
        }
    }

    /// All tasks were judged for the day; a day that lies before the one noted changes nothing.
    void note(LocalDate day, Instant now) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into warning_sweep (day, finished_at) values (?, ?)
                on conflict (id) do update set day = excluded.day, finished_at = excluded.finished_at
                where excluded.day >= warning_sweep.day""")) {
            upsert.setObject(1, day);
            upsert.setObject(2, now.atOffset(ZoneOffset.UTC));
            upsert.executeUpdate();
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from warning_settled where through <= ?")) {
            delete.setObject(1, day);
            delete.executeUpdate();
        }
    }

    /// These tasks were judged for themselves, that day included.
    void settle(Collection<UUID> taskIds, LocalDate day) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into warning_settled (task_id, through) select id, ? from unnest(?) as id order by id
                on conflict (task_id) do update set through = greatest(warning_settled.through, excluded.through)""")) {
            upsert.setObject(1, day);
            upsert.setArray(2, connection.createArrayOf("uuid", taskIds.toArray()));
            upsert.executeUpdate();
        }
    }

    /// Locks tasks in the order in which an import of a plan does.
    void lock(List<UUID> taskIds) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select id from task where id = any (?) order by (parent_id is null), id for no key update""")) {
            select.setArray(1, connection.createArrayOf("uuid", taskIds.toArray()));
            select.executeQuery().close();
        }
    }
}
