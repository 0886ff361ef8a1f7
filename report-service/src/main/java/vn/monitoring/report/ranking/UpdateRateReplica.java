package vn.monitoring.report.ranking;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.monitoring.kit.inbox.Inbox;
import vn.monitoring.kit.inbox.ReceivedFact;

/// Keeps what task-service tells of monthly updates; every fact is added, the highest version holds.
@ApplicationScoped
class UpdateRateReplica {

    private final Inbox inbox;
    private final DataSource dataSource;

    UpdateRateReplica(Inbox inbox, DataSource dataSource) {
        this.inbox = inbox;
        this.dataSource = dataSource;
    }

    @Incoming("update-rates")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> message) {
        inbox.receive("update-rate-facts", message, this::add);
    }

    private void add(ReceivedFact fact) {
        JsonNode rate = fact.data();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into update_rate_fact (event_id, unit_code, plan_id, month, expected, valid, insufficient,
                            version)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
            insert.setString(1, fact.id());
            insert.setString(2, rate.path("unitCode").asText());
            insert.setObject(3, UUID.fromString(rate.path("planId").asText()));
            insert.setObject(4, YearMonth.parse(rate.path("month").asText()).atDay(1));
            insert.setInt(5, rate.path("expected").intValue());
            insert.setInt(6, rate.path("valid").intValue());
            insert.setInt(7, rate.path("insufficient").intValue());
            insert.setLong(8, rate.path("version").longValue());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store an update rate", e);
        }
    }
}
