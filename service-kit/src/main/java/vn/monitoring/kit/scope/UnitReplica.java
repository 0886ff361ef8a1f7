package vn.monitoring.kit.scope;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.inbox.Inbox;
import vn.monitoring.kit.inbox.ReceivedFact;

/// Keeps this service's copy of the unit tree from the topic `monitoring.unit`; in services that set
/// `monitoring.unit-replica=true` and run the migrations of `db/unit`.
@ApplicationScoped
@IfBuildProperty(name = "monitoring.unit-replica", stringValue = "true")
public class UnitReplica {

    private final Inbox inbox;
    private final DataSource dataSource;

    UnitReplica(Inbox inbox, DataSource dataSource) {
        this.inbox = inbox;
        this.dataSource = dataSource;
    }

    @Incoming("units")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> message) {
        inbox.receive("unit-replica", message, this::apply);
    }

    private void apply(ReceivedFact fact) {
        JsonNode unit = fact.data();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into unit (code, parent_code, path, type, name, agency_type, block, aliases, valid_from,
                            valid_to, version)
                        values (?, ?, ?::ltree, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (code) do update set parent_code = excluded.parent_code, path = excluded.path,
                            type = excluded.type, name = excluded.name, agency_type = excluded.agency_type,
                            block = excluded.block, aliases = excluded.aliases, valid_from = excluded.valid_from,
                            valid_to = excluded.valid_to, version = excluded.version
                        where excluded.version > unit.version""")) {
            upsert.setString(1, unit.path("code").asText());
            upsert.setString(2, text(unit, "parentCode"));
            upsert.setString(3, unit.path("path").asText());
            upsert.setString(4, unit.path("type").asText());
            upsert.setString(5, unit.path("name").asText());
            upsert.setString(6, text(unit, "agencyType"));
            upsert.setString(7, text(unit, "block"));
            upsert.setArray(
                    8,
                    connection.createArrayOf(
                            "text",
                            StreamSupport.stream(unit.path("aliases").spliterator(), false)
                                    .map(JsonNode::asText)
                                    .toArray()));
            setDate(upsert, 9, text(unit, "validFrom"));
            setDate(upsert, 10, text(unit, "validTo"));
            upsert.setLong(11, unit.path("version").asLong());
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store unit " + fact.subject(), e);
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private static void setDate(PreparedStatement statement, int index, @Nullable String date) throws SQLException {
        if (date == null) {
            statement.setNull(index, Types.DATE);
        } else {
            statement.setObject(index, LocalDate.parse(date));
        }
    }
}
