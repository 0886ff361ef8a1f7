package vn.monitoring.task.warning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import vn.monitoring.task.progress.MonthOutcome;
import vn.monitoring.task.progress.ReceivedUpdate;
import vn.monitoring.task.progress.UpdateWindows;
import vn.monitoring.task.task.TaskDeadline;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.task.TimingConverter;
import vn.monitoring.task.timing.Timing;

/// Reads tasks as the rules see them, each with its open warnings and its last month, row by row.
final class WatchReader {

    private static final int FETCH_SIZE = 1_000;
    private static final int MANY = 100;
    private static final int KEPT_TIMINGS = 20_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FACTS = """
            select t.id, t.plan_id, t.unit_code, t.responsible_unit_code, t.number, t.title, t.director_position,
                t.kind <> 'PARENT' and not t.needs_decision
                    and coalesce(p.status, 'IN_FORCE') not in ('DRAFT', 'SUPERSEDED') as watched,
                t.timing::text as timing, t.deadline, t.extended_from_due_on, t.extended_due_on, t.status, t.percent,
                t.assigned_on, t.update_as_of, t.submitted_on, t.completed_on, t.paused_on, t.deliverable_count,
                (v.received_at at time zone 'Asia/Ho_Chi_Minh')::date as valid_on, v.as_of as valid_as_of,
                (i.received_at at time zone 'Asia/Ho_Chi_Minh')::date as incomplete_on, i.as_of as incomplete_as_of,
                i.missing as incomplete_missing, i.percent as incomplete_percent,
                m.month, m.opens_on, m.closes_on, m.outcome, m.missing as month_missing, m.running,
                money.allocated, money.disbursed, s.through, w.open
            from task t
            join plan p on p.id = t.plan_id
            left join lateral (select u.received_at, u.as_of from progress_update u
                where u.task_id = t.id and cardinality(u.missing) = 0
                order by u.entry desc limit 1) v on true
            left join lateral (select u.received_at, u.as_of, u.missing, u.percent from progress_update u
                where u.task_id = t.id order by u.entry desc limit 1) i on cardinality(i.missing) > 0
            left join lateral (select * from update_month um
                where um.task_id = t.id order by um.month desc limit 1) m on true
            left join %s
            left join warning_settled s on s.task_id = t.id
            left join lateral (select json_agg(json_build_array(o.id, o.kind, o.cause, o.level, o.months,
                    array_to_string(o.fields, ','), o.since, o.opened_on, o.escalated_on, o.version,
                    o.responsible_unit_code) order by o.id)::text as open
                from warning o where o.task_id = t.id and o.closed_on is null) w on true
            """;

    /// Sums up the money of each task that is asked for; `offset` keeps the planner from summing up all of them first.
    private static final String MONEY_OF_FEW = """
            lateral (select tm.allocated, tm.disbursed from task_money tm where tm.task_id = t.id offset 0) money on true""";

    private static final String MONEY_OF_ALL = "task_money money on money.task_id = t.id";

    private static final String THESE = FACTS.formatted(MONEY_OF_FEW) + "where t.id = any (?)";

    /// What can need something: open tasks, those that come back, and those that still have a warning.
    private static final String ALL = FACTS.formatted(MONEY_OF_ALL) + """
            where (t.status not in ('COMPLETED', 'CANCELLED', 'SUPERSEDED') or t.timing_kind like 'RECURRING%')
                and t.kind <> 'PARENT' and not t.needs_decision
              or w.open is not null""";

    private static final String OF_UNIT = FACTS.formatted(MONEY_OF_FEW) + """
            join unit u on u.code = t.responsible_unit_code
            where u.path <@ any (cast(? as ltree[]))
              and (cast(? as text) is null or u.path <@ (select path from unit where code = ?))
              and (cast(? as uuid) is null or t.plan_id = ?)
              and (t.status not in ('COMPLETED', 'CANCELLED', 'SUPERSEDED') or t.timing_kind like 'RECURRING%')
              and t.kind <> 'PARENT' and not t.needs_decision""";

    private final Map<String, Timing> timings = new HashMap<>();
    private final WarningRule rule;
    private final UpdateWindows.Book windows;

    WatchReader(WarningRule rule, UpdateWindows.Book windows) {
        this.rule = rule;
        this.windows = windows;
    }

    /// One task with how far it was judged for itself.
    ///
    /// @param settled the last day that it was judged apart from the others
    record Row(TaskWatch watch, @Nullable LocalDate settled) {

        /// The last day for which the task was judged; yesterday when it never was.
        ///
        /// @param swept the last day for which all tasks were judged, null when none was
        LocalDate judged(@Nullable LocalDate swept, LocalDate today) {
            if (settled == null) {
                return swept == null ? today.minusDays(1) : swept;
            }
            return swept == null || settled.isAfter(swept) ? settled : swept;
        }
    }

    void forEach(Connection connection, Consumer<Row> reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL)) {
            select.setFetchSize(FETCH_SIZE);
            read(select, reader);
        }
    }

    /// The open tasks led within a unit, or of a plan, within a scope.
    void forEachOf(
            Connection connection, String scope, @Nullable String unit, @Nullable UUID planId, Consumer<Row> reader)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_UNIT)) {
            select.setString(1, scope);
            select.setString(2, unit);
            select.setString(3, unit);
            select.setObject(4, planId);
            select.setObject(5, planId);
            select.setFetchSize(FETCH_SIZE);
            read(select, reader);
        }
    }

    /// These tasks. Many are planned for anew each time: a plan kept from when the tables were empty would scan them
    /// for each task.
    List<Row> list(Connection connection, List<UUID> ids) throws SQLException {
        List<Row> rows = new ArrayList<>(ids.size());
        try (PreparedStatement select = connection.prepareStatement(THESE)) {
            if (ids.size() > MANY) {
                select.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            read(select, rows::add);
        }
        return rows;
    }

    private void read(PreparedStatement select, Consumer<Row> reader) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                reader.accept(row(rows));
            }
        }
    }

    private Row row(ResultSet row) throws SQLException {
        WatchedTask task = task(row);
        TaskWatch watch = new TaskWatch(rule, task, windows.of(task.planId()), last(row), open(row, task));
        return new Row(watch, row.getObject("through", LocalDate.class));
    }

    private WatchedTask task(ResultSet row) throws SQLException {
        return new WatchedTask(
                row.getObject("id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getString("unit_code"),
                row.getString("responsible_unit_code"),
                row.getString("number"),
                row.getString("title"),
                row.getString("director_position"),
                row.getBoolean("watched"),
                timing(row),
                TaskStatus.valueOf(row.getString("status")),
                row.getObject("percent", Integer.class),
                row.getObject("assigned_on", LocalDate.class),
                row.getObject("update_as_of", LocalDate.class),
                row.getObject("submitted_on", LocalDate.class),
                row.getObject("completed_on", LocalDate.class),
                row.getObject("paused_on", LocalDate.class),
                row.getInt("deliverable_count"),
                valid(row),
                incomplete(row),
                row.getBigDecimal("allocated"),
                row.getBigDecimal("disbursed"));
    }

    /// Many tasks have the same words for their deadline.
    private Timing timing(ResultSet row) throws SQLException {
        if (timings.size() > KEPT_TIMINGS) {
            timings.clear();
        }
        return TaskDeadline.of(
                timings.computeIfAbsent(row.getString("timing"), TimingConverter::read),
                row.getObject("deadline", LocalDate.class),
                null,
                TaskDeadline.Extension.of(
                        row.getObject("extended_from_due_on", LocalDate.class),
                        row.getObject("extended_due_on", LocalDate.class)));
    }

    private static @Nullable ReceivedUpdate valid(ResultSet row) throws SQLException {
        LocalDate receivedOn = row.getObject("valid_on", LocalDate.class);
        return receivedOn == null
                ? null
                : new ReceivedUpdate(receivedOn, row.getObject("valid_as_of", LocalDate.class), List.of(), null);
    }

    private static @Nullable ReceivedUpdate incomplete(ResultSet row) throws SQLException {
        LocalDate receivedOn = row.getObject("incomplete_on", LocalDate.class);
        return receivedOn == null
                ? null
                : new ReceivedUpdate(
                        receivedOn,
                        row.getObject("incomplete_as_of", LocalDate.class),
                        texts(row, "incomplete_missing"),
                        row.getObject("incomplete_percent", Integer.class));
    }

    private static @Nullable MonthOutcome last(ResultSet row) throws SQLException {
        LocalDate month = row.getObject("month", LocalDate.class);
        return month == null
                ? null
                : new MonthOutcome(
                        YearMonth.from(month),
                        row.getObject("opens_on", LocalDate.class),
                        row.getObject("closes_on", LocalDate.class),
                        MonthOutcome.Result.valueOf(row.getString("outcome")),
                        texts(row, "month_missing"),
                        row.getInt("running"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static List<Warning> open(ResultSet row, WatchedTask task) throws SQLException {
        String json = row.getString("open");
        if (json == null) {
            return List.of();
        }
        List<Warning> open = new ArrayList<>();
        try {
            for (JsonNode warning : JSON.readTree(json)) {
                String fields = warning.get(5).asText();
                open.add(new Warning(
                        UUID.fromString(warning.get(0).asText()),
                        task.id(),
                        task.planId(),
                        task.unitCode(),
                        warning.get(10).asText(),
                        WarningKind.valueOf(warning.get(1).asText()),
                        warning.get(2).asText(),
                        warning.get(3).asInt(),
                        warning.get(4).asInt(),
                        fields.isEmpty() ? List.of() : Arrays.asList(fields.split(",", -1)),
                        day(warning.get(6)),
                        Objects.requireNonNull(day(warning.get(7))),
                        day(warning.get(8)),
                        null,
                        warning.get(9).asLong()));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read the warnings of task " + task.id(), e);
        }
        return open;
    }

    private static @Nullable LocalDate day(JsonNode text) {
        return text.isNull() ? null : LocalDate.parse(text.asText());
    }
}
