package vn.monitoring.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Lets each fact take effect once: its id is noted in the transaction of its effect.
///
/// While the database is away a fact waits, holding its partition. A fact whose effect fails for its own fault is
/// parked with the reason in `inbox_parked` (an ERROR in the log: somebody must look), so that the ones behind it
/// go on.
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int ATTEMPTS = 5;

    private final DataSource dataSource;

    Inbox(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Applies the effect of a record in one transaction, unless the consumer has applied it before. Returns when it is
    /// applied, known or parked: then the offset may be committed.
    ///
    /// @param consumer the name of the replica or reaction that is fed, such as `unit-replica`
    public void receive(String consumer, ConsumerRecord<String, byte[]> message, Consumer<ReceivedFact> effect) {
        long pause = 100;
        for (int attempt = 1; ; attempt++) {
            try {
                ReceivedFact fact = ReceivedFact.from(message);
                QuarkusTransaction.requiringNew().run(() -> {
                    if (first(consumer, fact.id())) {
                        effect.accept(fact);
                    }
                });
                return;
            } catch (RuntimeException e) {
                if (databaseAway(e)) {
                    LOG.warnf("%s waits for the database: %s", consumer, e.getMessage());
                } else if (attempt >= ATTEMPTS || e instanceof ReceivedFact.UnreadableFactException) {
                    if (park(consumer, message, e)) {
                        return;
                    }
                }
                pause(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    /// Notes the id in the current transaction; false when the consumer noted it before.
    public boolean first(String consumer, String eventId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into inbox_event (consumer, event_id) values (?, ?) on conflict do nothing")) {
            insert.setString(1, consumer);
            insert.setString(2, eventId);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot note a received fact", e);
        }
    }

    @Scheduled(every = "6h", delayed = "5m", identity = "forget-old-inbox")
    void forgetOld() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "delete from inbox_event where received_at < now() - interval '30 days'")) {
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot forget old facts", e);
        }
    }

    private boolean park(String consumer, ConsumerRecord<String, byte[]> message, RuntimeException why) {
        LOG.errorf(why, "%s parks %s-%d@%d", consumer, message.topic(), message.partition(), message.offset());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into inbox_parked (consumer, topic, partition, record_offset, key, value, reason)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
            insert.setString(1, consumer);
            insert.setString(2, message.topic());
            insert.setInt(3, message.partition());
            insert.setLong(4, message.offset());
            insert.setString(5, message.key());
            insert.setString(6, message.value() == null ? null : new String(message.value(), StandardCharsets.UTF_8));
            insert.setString(
                    7, Objects.toString(why.getMessage(), why.getClass().getName()));
            insert.executeUpdate();
            return true;
        } catch (SQLException e) {
            LOG.warnf("%s cannot park: %s", consumer, e.getMessage());
            return false;
        }
    }

    private static boolean databaseAway(Throwable failure) {
        @Nullable Throwable current = failure;
        for (int depth = 0; current != null && depth < 16; depth++) {
            if (current instanceof SQLTransientException) {
                return true;
            }
            if (current instanceof SQLException sql && sql.getSQLState() != null) {
                String kind = sql.getSQLState().substring(0, 2);
                return kind.equals("08") || kind.equals("57") || kind.equals("53") || kind.equals("40");
            }
            current = current.getCause();
        }
        return failure instanceof PersistenceException && failure.getCause() == null;
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", e);
        }
    }
}
