package vn.monitoring.report.fact;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.monitoring.kit.inbox.Inbox;
import vn.monitoring.kit.inbox.ReceivedFact;

/// Adds every grade and every state of a task to this service's record, and keeps the newest state of plans and
/// indicators, with the targets that ever held.
///
/// The records of a poll take effect in one transaction and a statement or three. A fact counts once: by its
/// event id (inbox) and by its version (unique key); one that comes late finds its place by its business time. What
/// lacks
/// a member that it must have violates the table and is parked by the inbox.
@ApplicationScoped
class FactReplica {

    private static final String ADD_GRADES = """
            insert into grade_fact (event_id, indicator_id, plan_id, unit_code, responsible_unit_code, as_of, version, data)
            select event_id, (s ->> 'indicatorId')::uuid, (s ->> 'planId')::uuid, s ->> 'unitCode', s ->> 'responsibleUnitCode',
                (s ->> 'asOf')::date, (s ->> 'version')::bigint, s
            from unnest(?::text[], ?::jsonb[]) with ordinality told (event_id, s, place) order by place
            on conflict do nothing""";

    private static final String ADD_TASKS = """
            insert into task_fact (event_id, task_id, plan_id, unit_code, responsible_unit_code, business_date, version, data)
            select event_id, (s ->> 'id')::uuid, (s ->> 'planId')::uuid, s ->> 'unitCode', s ->> 'responsibleUnitCode',
                (s ->> 'businessDate')::date, (s ->> 'version')::bigint, s
            from unnest(?::text[], ?::jsonb[]) with ordinality told (event_id, s, place) order by place
            on conflict do nothing""";

    private static final String KEEP_PLANS = """
            insert into plan (id, unit_code, block, number, title, status, issued_on, activated_on, superseded_on, version)
            select distinct on (s ->> 'id') (s ->> 'id')::uuid, s ->> 'unitCode', s ->> 'block', s ->> 'number', s ->> 'title',
                s ->> 'status', (s ->> 'issuedOn')::date, (s ->> 'activatedOn')::date, (s ->> 'supersededOn')::date,
                (s ->> 'version')::bigint
            from unnest(?::text[], ?::jsonb[]) told (event_id, s) order by s ->> 'id', (s ->> 'version')::bigint desc
            on conflict (id) do update set unit_code = excluded.unit_code, block = excluded.block, number = excluded.number,
                title = excluded.title, status = excluded.status, issued_on = excluded.issued_on,
                activated_on = excluded.activated_on, superseded_on = excluded.superseded_on, version = excluded.version
            where excluded.version >= plan.version""";

    private static final String KEEP_INDICATORS = """
            insert into indicator (id, plan_id, unit_code, responsible_unit_code, number, name, event_id, group_name, measure_unit,
                canonical_code, version)
            select distinct on (s ->> 'id') (s ->> 'id')::uuid, (s ->> 'planId')::uuid, s ->> 'unitCode',
                coalesce(s ->> 'responsibleUnitCode', s ->> 'unitCode'), s ->> 'number', s ->> 'name', event_id, s ->> 'group',
                s ->> 'measureUnit', s ->> 'canonicalCode', (s ->> 'version')::bigint
            from unnest(?::text[], ?::jsonb[]) told (event_id, s) order by s ->> 'id', (s ->> 'version')::bigint desc
            on conflict (id) do update set plan_id = excluded.plan_id, unit_code = excluded.unit_code,
                responsible_unit_code = excluded.responsible_unit_code, number = excluded.number, name = excluded.name,
                event_id = excluded.event_id, group_name = excluded.group_name, measure_unit = excluded.measure_unit,
                canonical_code = excluded.canonical_code, received_at = clock_timestamp(),
                version = excluded.version
            where excluded.version >= indicator.version""";

    /// The states of this poll that are the newest now, a target a row. One without an id is known by its milestone.
    private static final String TOLD_TARGETS = """
            with state as (
                select i.id, s from unnest(?::text[], ?::jsonb[]) told (event_id, s)
                join indicator i on i.id = (s ->> 'id')::uuid and i.event_id = told.event_id),
            target as (
                select distinct on (state.id, coalesce(t ->> 'id', (t ->> 'year') || ' ' || (t ->> 'raw'))) state.id,
                    coalesce(t ->> 'id', (t ->> 'year') || ' ' || (t ->> 'raw'), t ->> 'raw') as key, (t ->> 'year')::integer as year,
                    (t ->> 'dueDate')::date as due_on, (t ->> 'validFrom')::date as valid_from, (t ->> 'validTo')::date as valid_to, t
                from state cross join lateral jsonb_array_elements(
                    coalesce(s -> 'targets', '[]') || coalesce(s -> 'upcomingTargets', '[]')) t)
            """;

    private static final String KEEP_TARGETS = TOLD_TARGETS + """
            insert into indicator_target (indicator_id, key, year, due_on, valid_from, valid_to, data)
            select id, key, year, due_on, valid_from, valid_to, t from target
            on conflict (indicator_id, key) do update set year = excluded.year, due_on = excluded.due_on,
                valid_from = excluded.valid_from, valid_to = excluded.valid_to, data = excluded.data""";

    /// A target that is told no longer held until the one of its milestone that is told instead, else until today.
    private static final String END_TARGETS = TOLD_TARGETS + """
            update indicator_target known set valid_to = coalesce(
                (select min(t.valid_from) from target t
                 where t.id = known.indicator_id and t.year is not distinct from known.year), (now() at time zone 'Asia/Ho_Chi_Minh')::date)
            from state where known.indicator_id = state.id and known.valid_to is null
            and not exists (select 1 from target t where t.id = known.indicator_id and t.key = known.key)""";

    private final Inbox inbox;
    private final DataSource dataSource;

    FactReplica(Inbox inbox, DataSource dataSource) {
        this.inbox = inbox;
        this.dataSource = dataSource;
    }

    @Incoming("grades")
    @Blocking
    void receiveGrades(ConsumerRecords<String, byte[]> messages) {
        inbox.receiveAll("grade-facts", messages, facts -> write(facts, ADD_GRADES));
    }

    @Incoming("tasks")
    @Blocking
    void receiveTasks(ConsumerRecords<String, byte[]> messages) {
        inbox.receiveAll("task-facts", messages, facts -> write(facts, ADD_TASKS));
    }

    @Incoming("plans")
    @Blocking
    void receivePlans(ConsumerRecords<String, byte[]> messages) {
        inbox.receiveAll("plan-replica-in-time", messages, facts -> write(facts, KEEP_PLANS));
    }

    @Incoming("indicators")
    @Blocking
    void receiveIndicators(ConsumerRecords<String, byte[]> messages) {
        inbox.receiveAll(
                "indicator-replica-in-time",
                messages,
                facts -> write(facts, KEEP_INDICATORS, END_TARGETS, KEEP_TARGETS));
    }

    private void write(List<ReceivedFact> facts, String... statements) {
        try (Connection connection = dataSource.getConnection()) {
            Object[] ids = facts.stream().map(ReceivedFact::id).toArray();
            Object[] states = facts.stream().map(fact -> fact.data().toString()).toArray();
            for (String sql : statements) {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setArray(1, connection.createArrayOf("text", ids));
                    statement.setArray(2, connection.createArrayOf("text", states));
                    statement.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store facts", e);
        }
    }
}
