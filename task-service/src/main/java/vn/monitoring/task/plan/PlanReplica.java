package vn.monitoring.task.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.inbox.Inbox;
import vn.monitoring.kit.inbox.ReceivedFact;

/// Keeps the copy of the plans from the topic `monitoring.plan`; a state that is not newer than the stored
/// one is passed over.
@ApplicationScoped
public class PlanReplica {

    private final Inbox inbox;
    private final DataSource dataSource;
    private final Event<PlanSuperseded> superseded;

    PlanReplica(Inbox inbox, DataSource dataSource, Event<PlanSuperseded> superseded) {
        this.inbox = inbox;
        this.dataSource = dataSource;
        this.superseded = superseded;
    }

    @Incoming("plans")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> message) {
        inbox.receive("plan-replica", message, this::apply);
    }

    /// The plan, and its lock until the end of the transaction: two imports of one plan go one after the
    /// other.
    public Optional<Plan> findLocked(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select id, unit_code, issued_on, plan_year, horizon_start, horizon_end
                        from plan where id = ? for update""")) {
            select.setObject(1, id);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(read(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read plan " + id, e);
        }
    }

    private static Plan read(ResultSet row) throws SQLException {
        return new Plan(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, Integer.class),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class));
    }

    private void apply(ReceivedFact fact) {
        JsonNode plan = fact.data();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into plan (id, unit_code, number, title, issued_on, plan_year, horizon_start,
                            horizon_end, status, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set unit_code = excluded.unit_code, number = excluded.number,
                            title = excluded.title, issued_on = excluded.issued_on,
                            plan_year = excluded.plan_year, horizon_start = excluded.horizon_start,
                            horizon_end = excluded.horizon_end, status = excluded.status,
                            version = excluded.version
                        where excluded.version > plan.version""")) {
            upsert.setObject(1, UUID.fromString(plan.path("id").asText()));
            upsert.setString(2, plan.path("unitCode").asText());
            upsert.setString(3, text(plan, "number"));
            upsert.setString(4, text(plan, "title"));
            setDate(upsert, 5, text(plan, "issuedOn"));
            if (plan.hasNonNull("planYear")) {
                upsert.setInt(6, plan.get("planYear").asInt());
            } else {
                upsert.setNull(6, Types.INTEGER);
            }
            setDate(upsert, 7, day(text(plan, "horizonStart"), "-01-01"));
            setDate(upsert, 8, day(text(plan, "horizonEnd"), "-12-31"));
            upsert.setString(9, text(plan, "status"));
            upsert.setLong(10, plan.path("version").asLong());
            if (upsert.executeUpdate() == 1 && "SUPERSEDED".equals(text(plan, "status"))) {
                String on = text(plan, "supersededOn");
                superseded.fire(new PlanSuperseded(
                        UUID.fromString(plan.path("id").asText()),
                        on == null ? null : LocalDate.parse(on),
                        text(plan, "title")));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store plan " + fact.subject(), e);
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    /// A horizon may be told as a year.
    private static @Nullable String day(@Nullable String dayOrYear, String inYear) {
        return dayOrYear != null && dayOrYear.length() == 4 ? dayOrYear + inYear : dayOrYear;
    }

    private static void setDate(PreparedStatement statement, int index, @Nullable String date) throws SQLException {
        if (date == null) {
            statement.setNull(index, Types.DATE);
        } else {
            statement.setObject(index, LocalDate.parse(date));
        }
    }
}
