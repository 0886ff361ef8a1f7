package vn.monitoring.report.fact;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.inbox.Inbox;
import vn.monitoring.kit.inbox.ReceivedFact;

/// Adds every grade and every state of a task to this service's record, and keeps the newest state of plans and
/// indicators.
///
/// A fact counts once: by its event id (inbox) and by its version (unique key); one that comes late finds its
/// place by its business time.
@ApplicationScoped
class FactReplica {

    private final Inbox inbox;
    private final DataSource dataSource;

    FactReplica(Inbox inbox, DataSource dataSource) {
        this.inbox = inbox;
        this.dataSource = dataSource;
    }

    @Incoming("grades")
    @Blocking
    void receiveGrade(ConsumerRecord<String, byte[]> message) {
        inbox.receive("grade-facts", message, this::addGrade);
    }

    @Incoming("tasks")
    @Blocking
    void receiveTask(ConsumerRecord<String, byte[]> message) {
        inbox.receive("task-facts", message, this::addTask);
    }

    @Incoming("plans")
    @Blocking
    void receivePlan(ConsumerRecord<String, byte[]> message) {
        inbox.receive("plan-replica", message, this::keepPlan);
    }

    @Incoming("indicators")
    @Blocking
    void receiveIndicator(ConsumerRecord<String, byte[]> message) {
        inbox.receive("indicator-replica", message, this::keepIndicator);
    }

    private void addGrade(ReceivedFact fact) {
        JsonNode grade = fact.data();
        write(
                """
                insert into grade_fact (event_id, indicator_id, plan_id, unit_code, responsible_unit_code, as_of, version, data)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing""",
                fact.id(),
                uuid(grade, "indicatorId"),
                uuid(grade, "planId"),
                text(grade, "unitCode"),
                optional(grade, "responsibleUnitCode"),
                LocalDate.parse(text(grade, "asOf")),
                version(grade),
                grade.toString());
    }

    private void addTask(ReceivedFact fact) {
        JsonNode task = fact.data();
        write(
                """
                insert into task_fact (event_id, task_id, plan_id, unit_code, responsible_unit_code, business_date, version, data)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing""",
                fact.id(),
                uuid(task, "id"),
                uuid(task, "planId"),
                text(task, "unitCode"),
                optional(task, "responsibleUnitCode"),
                LocalDate.parse(text(task, "businessDate")),
                version(task),
                task.toString());
    }

    private void keepPlan(ReceivedFact fact) {
        JsonNode plan = fact.data();
        write(
                """
                insert into plan (id, unit_code, block, number, title, status, version) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set unit_code = excluded.unit_code, block = excluded.block,
                    number = excluded.number, title = excluded.title, status = excluded.status, version = excluded.version
                where excluded.version > plan.version""",
                uuid(plan, "id"),
                text(plan, "unitCode"),
                optional(plan, "block"),
                optional(plan, "number"),
                text(plan, "title"),
                text(plan, "status"),
                version(plan));
    }

    private void keepIndicator(ReceivedFact fact) {
        JsonNode indicator = fact.data();
        String unitCode = text(indicator, "unitCode");
        String responsible = optional(indicator, "responsibleUnitCode");
        write(
                """
                insert into indicator (id, plan_id, unit_code, responsible_unit_code, number, name, version)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set plan_id = excluded.plan_id, unit_code = excluded.unit_code,
                    responsible_unit_code = excluded.responsible_unit_code, number = excluded.number, name = excluded.name,
                    version = excluded.version
                where excluded.version > indicator.version""",
                uuid(indicator, "id"),
                uuid(indicator, "planId"),
                unitCode,
                responsible == null ? unitCode : responsible,
                optional(indicator, "number"),
                text(indicator, "name"),
                version(indicator));
    }

    private void write(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store a fact", e);
        }
    }

    private static UUID uuid(JsonNode node, String field) {
        return UUID.fromString(text(node, field));
    }

    private static String text(JsonNode node, String field) {
        String value = optional(node, field);
        if (value == null) {
            throw new IllegalArgumentException("the fact has no " + field);
        }
        return value;
    }

    private static @Nullable String optional(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private static long version(JsonNode node) {
        if (!node.path("version").isIntegralNumber()) {
            throw new IllegalArgumentException("the fact has no version");
        }
        return node.get("version").longValue();
    }
}
