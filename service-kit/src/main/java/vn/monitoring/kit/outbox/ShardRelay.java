package vn.monitoring.kit.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.outbox.EventSender.SendFailedException;
import vn.monitoring.kit.outbox.EventSender.StoredEvent;
import vn.monitoring.kit.trace.TraceContext;

/// Sends the rows of one shard in id order: lock, read, send, wait for the acknowledgements, delete, commit.
///
/// The lock is a transaction-level advisory lock, so that it ends with the connection of a relay that dies. Killed
/// between acknowledgement and commit, the rows are sent again: at least once, never out of order, never lost.
final class ShardRelay {

    private static final Logger LOG = Logger.getLogger(ShardRelay.class);

    /// Namespace of the advisory locks: "outb".
    private static final int LOCK_SPACE = 0x6f757462;

    private static final int BATCH = 500;
    private static final long IDLE_MILLIS = 250;

    /// Facts that come within this time after a batch go with the next one, not each by itself.
    private static final long GATHER_MILLIS = 10;

    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final int shard;
    private final DataSource dataSource;
    private final EventSender sender;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running = true;
    private @Nullable Thread thread;

    ShardRelay(int shard, DataSource dataSource, EventSender sender) {
        this.shard = shard;
        this.dataSource = dataSource;
        this.sender = sender;
    }

    void start() {
        thread = Thread.ofVirtual().name("outbox-relay-" + shard).start(this::run);
    }

    void stop() {
        running = false;
        work.release();
        if (thread != null) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(3));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    private void run() {
        long pause = IDLE_MILLIS;
        while (running) {
            try {
                int sent = drain();
                pause = IDLE_MILLIS;
                if (sent == BATCH) {
                    continue;
                }
                if (sent > 0) {
                    Thread.sleep(GATHER_MILLIS);
                }
            } catch (SQLException | SendFailedException e) {
                if (pause == IDLE_MILLIS && running) {
                    LOG.warnf("outbox shard %d waits: %s", shard, e.getMessage());
                }
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            await(pause);
        }
    }

    /// Sends one batch; how many rows it had, 0 also when another relay has the shard.
    int drain() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<StoredEvent> events = lock(connection) ? read(connection) : List.of();
                if (!events.isEmpty()) {
                    sender.send(events);
                    delete(connection, events);
                }
                connection.commit();
                return events.size();
            } catch (SQLException | SendFailedException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?, ?)")) {
            statement.setInt(1, LOCK_SPACE);
            statement.setInt(2, shard);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private List<StoredEvent> read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select id, event_id, topic, key, type, occurred_at, data, trace_parent from outbox_event
                where shard = ? order by id limit ?""")) {
            statement.setInt(1, shard);
            statement.setInt(2, BATCH);
            List<StoredEvent> events = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    events.add(new StoredEvent(
                            rows.getLong(1),
                            rows.getObject(2, UUID.class),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getTimestamp(6).toInstant(),
                            rows.getString(7),
                            TraceContext.parse(rows.getString(8))));
                }
            }
            return events;
        }
    }

    private static void delete(Connection connection, List<StoredEvent> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from outbox_event where id = any (?)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", events.stream().map(StoredEvent::id).toArray()));
            statement.executeUpdate();
        }
    }

    private void await(long millis) {
        try {
            if (work.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
