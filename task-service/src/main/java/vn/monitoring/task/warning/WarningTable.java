package vn.monitoring.task.warning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.progress.MonthOutcome;

/// Writes what followed from judging tasks: a statement for each table, however many tasks there are.
final class WarningTable {

    private static final String INSERT = """
            insert into warning (id, task_id, plan_id, unit_code, responsible_unit_code, kind, cause, level, months,
                fields, since, opened_on, escalated_on, closed_on, version)
            select id, task_id, plan_id, unit_code, responsible_unit_code, kind, cause, level, months,
                string_to_array(fields, ','), since, opened_on, escalated_on, closed_on, version
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::int[],
                ?::text[], ?::date[], ?::date[], ?::date[], ?::date[], ?::bigint[])
                as n (id, task_id, plan_id, unit_code, responsible_unit_code, kind, cause, level, months, fields, since,
                    opened_on, escalated_on, closed_on, version)""";

    private static final String UPDATE = """
            update warning w set responsible_unit_code = n.responsible_unit_code, level = n.level, months = n.months,
                fields = string_to_array(n.fields, ','), since = n.since, escalated_on = n.escalated_on,
                closed_on = n.closed_on, version = n.version
            from unnest(?::uuid[], ?::text[], ?::int[], ?::int[], ?::text[], ?::date[], ?::date[], ?::date[], ?::bigint[])
                as n (id, responsible_unit_code, level, months, fields, since, escalated_on, closed_on, version)
            where w.id = n.id""";

    private static final String MONTHS = """
            insert into update_month (task_id, month, plan_id, responsible_unit_code, opens_on, closes_on, outcome, missing,
                running)
            select task_id, month, plan_id, responsible_unit_code, opens_on, closes_on, outcome,
                string_to_array(missing, ','), running
            from unnest(?::uuid[], ?::date[], ?::uuid[], ?::text[], ?::date[], ?::date[], ?::text[], ?::text[], ?::int[])
                as n (task_id, month, plan_id, responsible_unit_code, opens_on, closes_on, outcome, missing, running)""";

    private static final String RATES = """
            insert into update_rate (month, plan_id, responsible_unit_code, expected, valid, insufficient)
            select * from unnest(?::date[], ?::uuid[], ?::text[], ?::int[], ?::int[], ?::int[])
            on conflict (month, plan_id, responsible_unit_code) do update set
                expected = update_rate.expected + excluded.expected, valid = update_rate.valid + excluded.valid,
                insufficient = update_rate.insufficient + excluded.insufficient
            returning month, plan_id, responsible_unit_code, expected, valid, insufficient""";

    private final Connection connection;

    WarningTable(Connection connection) {
        this.connection = connection;
    }

    /// Writes the last state of each warning, and the months; all or, with the transaction, nothing.
    ///
    /// @return the sums of the months to which something was added
    List<UpdateRateState> write(Collection<TaskWatch> watches) throws SQLException {
        Map<UUID, Warning> added = new LinkedHashMap<>();
        Map<UUID, Warning> changed = new LinkedHashMap<>();
        for (TaskWatch watch : watches) {
            for (TaskWatch.Change change : watch.changes()) {
                Warning warning = change.warning();
                boolean isNew = change.step() == TaskWatch.Step.OPENED || added.containsKey(warning.id());
                (isNew ? added : changed).put(warning.id(), warning);
            }
        }
        update(changed.values());
        insert(added.values());
        return writeMonths(watches);
    }

    private void insert(Collection<Warning> warnings) throws SQLException {
        if (warnings.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Columns<Warning> columns = new Columns<>(connection, insert, List.copyOf(warnings));
            columns.add("uuid", Warning::id);
            columns.add("uuid", Warning::taskId);
            columns.add("uuid", Warning::planId);
            columns.add("text", Warning::unitCode);
            columns.add("text", Warning::responsibleUnitCode);
            columns.add("text", Warning::kind);
            columns.add("text", Warning::cause);
            columns.add("int4", Warning::level);
            columns.add("int4", Warning::months);
            columns.add("text", warning -> String.join(",", warning.fields()));
            columns.add("date", Warning::since);
            columns.add("date", Warning::openedOn);
            columns.add("date", Warning::escalatedOn);
            columns.add("date", Warning::closedOn);
            columns.add("int8", Warning::version);
            insert.executeUpdate();
        }
    }

    private void update(Collection<Warning> warnings) throws SQLException {
        if (warnings.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            Columns<Warning> columns = new Columns<>(connection, update, List.copyOf(warnings));
            columns.add("uuid", Warning::id);
            columns.add("text", Warning::responsibleUnitCode);
            columns.add("int4", Warning::level);
            columns.add("int4", Warning::months);
            columns.add("text", warning -> String.join(",", warning.fields()));
            columns.add("date", Warning::since);
            columns.add("date", Warning::escalatedOn);
            columns.add("date", Warning::closedOn);
            columns.add("int8", Warning::version);
            update.executeUpdate();
        }
    }

    private record Month(WatchedTask task, MonthOutcome outcome) {}

    private List<UpdateRateState> writeMonths(Collection<TaskWatch> watches) throws SQLException {
        List<Month> months = watches.stream()
                .flatMap(watch -> watch.months().stream().map(outcome -> new Month(watch.task(), outcome)))
                .toList();
        if (months.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement insert = connection.prepareStatement(MONTHS)) {
            Columns<Month> columns = new Columns<>(connection, insert, months);
            columns.add("uuid", month -> month.task().id());
            columns.add("date", month -> month.outcome().month().atDay(1));
            columns.add("uuid", month -> month.task().planId());
            columns.add("text", month -> month.task().responsibleUnitCode());
            columns.add("date", month -> month.outcome().opensOn());
            columns.add("date", month -> month.outcome().closesOn());
            columns.add("text", month -> month.outcome().result());
            columns.add("text", month -> String.join(",", month.outcome().missing()));
            columns.add("int4", month -> month.outcome().running());
            insert.executeUpdate();
        }
        return addRates(months);
    }

    private record RateKey(LocalDate month, UUID planId, String unitCode) implements Comparable<RateKey> {
        @Override
        public int compareTo(RateKey other) {
            int byMonth = month.compareTo(other.month);
            int byPlan = byMonth != 0 ? byMonth : planId.compareTo(other.planId);
            return byPlan != 0 ? byPlan : unitCode.compareTo(other.unitCode);
        }
    }

    private record RateSum(int expected, int valid, int insufficient) {
        RateSum plus(RateSum other) {
            return new RateSum(expected + other.expected, valid + other.valid, insufficient + other.insufficient);
        }

        static RateSum of(MonthOutcome.Result result) {
            return new RateSum(
                    1,
                    result == MonthOutcome.Result.VALID ? 1 : 0,
                    result == MonthOutcome.Result.INSUFFICIENT_DATA ? 1 : 0);
        }
    }

    /// In the order of their keys, so that two writers wait for each other instead of locking one another out.
    private List<UpdateRateState> addRates(List<Month> months) throws SQLException {
        Map<RateKey, RateSum> sums = new TreeMap<>();
        for (Month month : months) {
            RateKey key = new RateKey(
                    month.outcome().month().atDay(1),
                    month.task().planId(),
                    month.task().responsibleUnitCode());
            sums.merge(key, RateSum.of(month.outcome().result()), RateSum::plus);
        }
        try (PreparedStatement upsert = connection.prepareStatement(RATES)) {
            Columns<Map.Entry<RateKey, RateSum>> columns =
                    new Columns<>(connection, upsert, List.copyOf(sums.entrySet()));
            columns.add("date", entry -> entry.getKey().month());
            columns.add("uuid", entry -> entry.getKey().planId());
            columns.add("text", entry -> entry.getKey().unitCode());
            columns.add("int4", entry -> entry.getValue().expected());
            columns.add("int4", entry -> entry.getValue().valid());
            columns.add("int4", entry -> entry.getValue().insufficient());
            List<UpdateRateState> states = new ArrayList<>();
            try (ResultSet rows = upsert.executeQuery()) {
                while (rows.next()) {
                    states.add(UpdateRateState.of(
                            rows.getObject(1, LocalDate.class),
                            rows.getObject(2, UUID.class),
                            rows.getString(3),
                            rows.getInt(4),
                            rows.getInt(5),
                            rows.getInt(6)));
                }
            }
            return states;
        }
    }

    /// The parameters of a statement on `unnest`: an array for each column.
    private static final class Columns<T> {

        private final Connection connection;
        private final PreparedStatement statement;
        private final List<T> rows;
        private int column;

        Columns(Connection connection, PreparedStatement statement, List<T> rows) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
        }

        void add(String type, Function<T, @Nullable Object> value) throws SQLException {
            @Nullable Object[] values = new Object[rows.size()];
            for (int i = 0; i < values.length; i++) {
                Object found = value.apply(rows.get(i));
                values[i] = found instanceof Number || found == null ? found : found.toString();
            }
            statement.setArray(++column, connection.createArrayOf(type, values));
        }
    }
}
