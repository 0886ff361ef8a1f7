package vn.monitoring.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.audit.Audit;
import vn.monitoring.kit.trace.TraceContext;
import vn.monitoring.kit.trace.Traces;

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
    private final MeterRegistry registry;

    private record Received(ConsumerRecord<String, byte[]> message, ReceivedFact fact) {}

    Inbox(DataSource dataSource, MeterRegistry registry) {
        this.dataSource = dataSource;
        this.registry = registry;
    }

    /// Applies the effect of a record in one transaction, unless the consumer has applied it before. Returns when it is
    /// applied, known or parked: then the offset may be committed.
    ///
    /// @param consumer the name of the replica or reaction that is fed, such as `unit-replica`
    public void receive(String consumer, ConsumerRecord<String, byte[]> message, Consumer<ReceivedFact> effect) {
        receiveAll(consumer, List.of(message), facts -> facts.forEach(effect));
    }

    /// As [#receive], for all records of a poll at once: their ids are noted in one statement and the effect gets
    /// those that are new, in the order in which they came, in one transaction. Not called when none is new.
    ///
    /// When the transaction fails for a fault of its facts, it is done again in halves, the first one first,
    /// until the record at fault stands alone and is parked: the others take effect, and none overtakes another.
    /// An effect must not rely on getting the whole poll. Where a channel's `batch` is `true`, the consumer's
    /// method takes `ConsumerRecords<String, byte[]>`, which can be handed over as it is.
    public void receiveAll(
            String consumer, Iterable<ConsumerRecord<String, byte[]>> messages, Consumer<List<ReceivedFact>> effect) {
        List<Received> received = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            try {
                received.add(new Received(message, ReceivedFact.from(message)));
            } catch (ReceivedFact.UnreadableFactException e) {
                parkForSure(consumer, message, e);
            }
        }
        if (!received.isEmpty()) {
            apply(consumer, received, effect);
        }
    }

    private void apply(String consumer, List<Received> received, Consumer<List<ReceivedFact>> effect) {
        long pause = 100;
        for (int attempt = 1; ; attempt++) {
            try {
                List<ReceivedFact> facts = received.stream().map(Received::fact).toList();
                Traces.processing(
                        consumer, origins(facts), facts.size() == 1, () -> inTransaction(consumer, facts, effect));
                return;
            } catch (RuntimeException e) {
                if (databaseAway(e)) {
                    LOG.warnf("%s waits for the database: %s", consumer, e.getMessage());
                } else if (received.size() > 1) {
                    int half = received.size() / 2;
                    apply(consumer, received.subList(0, half), effect);
                    apply(consumer, received.subList(half, received.size()), effect);
                    return;
                } else if (attempt >= ATTEMPTS) {
                    parkForSure(consumer, received.getFirst().message(), e);
                    return;
                }
                pause(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private void inTransaction(String consumer, List<ReceivedFact> facts, Consumer<List<ReceivedFact>> effect) {
        AtomicInteger applied = new AtomicInteger();
        Audit.as(
                consumer,
                facts.getFirst().id(),
                facts.size() == 1 ? facts.getFirst().type() : facts.size() + " facts from here on",
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    List<ReceivedFact> fresh = fresh(consumer, facts);
                    if (!fresh.isEmpty()) {
                        effect.accept(fresh);
                    }
                    applied.set(fresh.size());
                }));
        count(consumer, "applied", applied.get());
        count(consumer, "known", facts.size() - applied.get());
    }

    private static List<TraceContext> origins(List<ReceivedFact> facts) {
        return facts.stream().map(ReceivedFact::origin).filter(Objects::nonNull).toList();
    }

    private void count(String consumer, String outcome, int records) {
        registry.counter("monitoring.inbox.records", "consumer", consumer, "outcome", outcome)
                .increment(records);
    }

    /// Notes the ids in the current transaction; those facts that the consumer had not noted before, in their order.
    private List<ReceivedFact> fresh(String consumer, List<ReceivedFact> facts) {
        Set<String> noted = note(consumer, facts.stream().map(ReceivedFact::id).toList());
        return facts.stream().filter(fact -> noted.remove(fact.id())).toList();
    }

    /// Notes the id in the current transaction; false when the consumer noted it before.
    public boolean first(String consumer, String eventId) {
        return !note(consumer, List.of(eventId)).isEmpty();
    }

    /// Written in the order of the ids, so that two consumers of the same records wait for each other instead of
    /// blocking each other.
    private Set<String> note(String consumer, List<String> eventIds) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into inbox_event (consumer, event_id)
                        select ?, id from unnest(?) id order by id on conflict do nothing returning event_id""")) {
            insert.setString(1, consumer);
            insert.setArray(2, connection.createArrayOf("text", eventIds.toArray()));
            Set<String> noted = new HashSet<>();
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    noted.add(rows.getString(1));
                }
            }
            return noted;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot note received facts", e);
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

    private void parkForSure(String consumer, ConsumerRecord<String, byte[]> message, RuntimeException why) {
        long pause = 100;
        while (!park(consumer, message, why)) {
            pause(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
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
            count(consumer, "parked", 1);
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
