package vn.monitoring.local.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.monitoring.local.component.Postgres;
import vn.monitoring.local.process.PlatformFailure;

/// Keeps every relay of every service from sending while it stands, whatever number of replicas there is:
/// it holds the advisory locks of all shards of the three outboxes. Writes go on; only their events wait.
///
/// The locks are those of the kit's `ShardRelay` (its test names these numbers too). A relay tries its
/// lock and comes back a moment later, so that waiting here one after the other cannot block itself.
final class RelayBarrier implements AutoCloseable {

    /// Namespace of the advisory locks: "outb".
    private static final int LOCK_SPACE = 0x6f757462;

    private static final int SHARDS = 4;
    private static final List<String> OUTBOXES = List.of("indicator", "task", "report");
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final List<Connection> connections = new ArrayList<>();

    private RelayBarrier() {}

    /// Opens the connections; nothing is held yet.
    static RelayBarrier prepare(int port) throws SQLException {
        RelayBarrier barrier = new RelayBarrier();
        boolean prepared = false;
        try {
            for (String database : OUTBOXES) {
                Connection connection = Postgres.administer(port, database);
                barrier.connections.add(connection);
                connection.setAutoCommit(false);
                execute(connection, "set lock_timeout = '12s'");
                connection.commit();
            }
            prepared = true;
            return barrier;
        } finally {
            if (!prepared) {
                barrier.close();
            }
        }
    }

    /// Waits until each relay has finished what it is sending, then holds them all.
    ///
    /// @throws PlatformFailure when one does not finish, since Kafka does not answer it
    void raise() throws SQLException {
        try {
            for (Connection connection : connections) {
                for (int shard = 0; shard < SHARDS; shard++) {
                    lock(connection, shard);
                }
            }
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            throw new PlatformFailure(
                    "The backup is not taken",
                    "a service has been sending the same events for 12 s",
                    "Look with ./platform logs kafka whether Kafka works, then back up again");
        }
    }

    private static void lock(Connection connection, int shard) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_xact_lock(?, ?)")) {
            statement.setInt(1, LOCK_SPACE);
            statement.setInt(2, shard);
            statement.execute();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Lets the relays go on.
    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
