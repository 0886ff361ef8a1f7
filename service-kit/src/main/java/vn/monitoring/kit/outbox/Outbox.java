package vn.monitoring.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.bulk.CopyRows;
import vn.monitoring.kit.trace.TraceContext;
import vn.monitoring.kit.trace.Traces;

/// Writes facts into the business transaction: they are told if, and only if, it commits.
///
/// Pending entity changes are flushed first, so that the aggregate's row lock orders the facts of concurrent writers.
@ApplicationScoped
public class Outbox {

    static final int SHARDS = 4;
    private static final int MANY = 100;
    private static final String COLUMNS =
            "outbox_event (shard, event_id, topic, key, type, occurred_at, data, trace_parent)";

    private final DataSource dataSource;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;
    private final ObjectMapper json;
    private final OutboxRelay relay;

    Outbox(
            DataSource dataSource,
            EntityManager entities,
            TransactionSynchronizationRegistry transaction,
            ObjectMapper json,
            OutboxRelay relay) {
        this.dataSource = dataSource;
        this.entities = entities;
        this.transaction = transaction;
        this.json = json;
        this.relay = relay;
    }

    public void append(Fact fact) {
        append(List.of(fact));
    }

    /// Appends in list order.
    /// @throws IllegalStateException outside of a transaction
    public void append(List<Fact> facts) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("a fact needs the transaction that makes it true");
        }
        if (facts.isEmpty()) {
            return;
        }
        entities.flush();
        try (Connection connection = dataSource.getConnection()) {
            if (facts.size() < MANY) {
                insert(connection, facts);
            } else {
                copy(connection, facts);
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot append to the outbox", e);
        }
        wakeRelaysAfterCommit(facts);
    }

    private void insert(Connection connection, List<Fact> facts) throws SQLException, JsonProcessingException {
        try (PreparedStatement insert = connection.prepareStatement("insert into " + COLUMNS + """
                 values (?, ?, ?, ?, ?, ?, ?, ?)""")) {
            String origin = origin();
            for (Fact fact : facts) {
                insert.setInt(1, shardOf(fact.key()));
                insert.setObject(2, UUID.randomUUID());
                insert.setString(3, fact.topic());
                insert.setString(4, fact.key());
                insert.setString(5, fact.type());
                insert.setTimestamp(6, Timestamp.from(fact.occurredAt()));
                insert.setString(7, json.writeValueAsString(fact.data()));
                insert.setString(8, origin);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void copy(Connection connection, List<Fact> facts) throws SQLException, JsonProcessingException {
        try (CopyRows rows = CopyRows.into(connection, COLUMNS)) {
            String origin = origin();
            for (Fact fact : facts) {
                rows.value(shardOf(fact.key()))
                        .value(UUID.randomUUID())
                        .value(fact.topic())
                        .value(fact.key())
                        .value(fact.type())
                        .value(fact.occurredAt())
                        .value(json.writeValueAsBytes(fact.data()))
                        .value(origin)
                        .end();
            }
            rows.send();
        }
    }

    /// The trace that the facts belong to, as they are told now.
    private static @Nullable String origin() {
        TraceContext context = Traces.current();
        return context == null ? null : context.header();
    }

    static int shardOf(String key) {
        return Math.floorMod(key.hashCode(), SHARDS);
    }

    private void wakeRelaysAfterCommit(List<Fact> facts) {
        if (transaction.getResource(Outbox.class) instanceof BitSet told) {
            facts.forEach(fact -> told.set(shardOf(fact.key())));
            return;
        }
        BitSet told = new BitSet(SHARDS);
        facts.forEach(fact -> told.set(shardOf(fact.key())));
        transaction.putResource(Outbox.class, told);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // The rows are in the transaction already.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    told.stream().forEach(relay::wake);
                }
            }
        });
    }
}
