package vn.monitoring.report.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.unit.ReportingUnit;

/// Counts the facts of all communes below a unit as at a day: a query for each kind of facts, however many communes
/// there are. The database finds the latest fact of each task and indicator, the rules judge them here.
@ApplicationScoped
class FactCounts {

    private static final String BOUNDS = """
            select coalesce((select max(seq) from task_fact), 0), coalesce((select max(seq) from grade_fact), 0),
                coalesce((select max(seq) from update_rate_fact), 0)""";

    private static final String MEMBERS = """
            select u.code, c.code from unit c join unit u on subpath(u.path, 0, nlevel(c.path)) = c.path
            where c.code = any (?) and nlevel(u.path) >= nlevel(c.path) and u.path <@ (select path from unit where code = ?)""";

    private static final String TASKS = """
            with root as (select path from unit where code = ?), latest as (
                select distinct on (t.task_id) t.seq
                from root join unit issuer on issuer.path <@ root.path or issuer.path @> root.path
                join task_fact t on t.unit_code = issuer.code
                where t.seq <= ? and t.business_date <= ? order by t.task_id, t.version desc)
            select t.seq, coalesce(t.responsible_unit_code, t.unit_code), d.timing ->> 'kind', d.status,
                coalesce(d."dueOn", (d.timing ->> 'due')::date), (d.timing ->> 'start')::date, (d.timing ->> 'end')::date,
                d."assignedOn", d."submittedOn", d."completedOn", d."pausedOn",
                case when d.timing ->> 'kind' like 'RECURRING%' then
                    array (select distinct (h.data ->> 'completedOn')::date from task_fact h
                        where h.task_id = t.task_id and h.seq <= ? and h.business_date <= ?
                        and h.data ->> 'completedOn' is not null) end
            from latest join task_fact t on t.seq = latest.seq
            cross join lateral jsonb_to_record(t.data) as d (kind text, status text, timing jsonb, "dueOn" date,
                "assignedOn" date, "submittedOn" date, "completedOn" date, "pausedOn" date, "needsDecision" boolean)
            left join plan p on p.id = t.plan_id
            where coalesce(d.kind, '') <> 'PARENT' and not coalesce(d."needsDecision", false)
            and p.status is distinct from 'SUPERSEDED' order by t.seq""";

    private static final String GRADES = """
            with root as (select path from unit where code = ?), latest as (
                select distinct on (g.indicator_id) g.seq
                from root join unit issuer on issuer.path <@ root.path or issuer.path @> root.path
                join grade_fact g on g.unit_code = issuer.code
                where g.seq <= ? and g.as_of <= ? order by g.indicator_id, g.as_of desc, g.version desc, g.seq desc)
            select g.seq, coalesce(g.responsible_unit_code, i.responsible_unit_code, g.unit_code), d.status,
                coalesce((d.overlays ->> 'provisional')::boolean, false), d."measurementId" is not null, d."measureUnit",
                d.numerator is not null, d.denominator is not null, d.period
            from latest join grade_fact g on g.seq = latest.seq
            cross join lateral jsonb_to_record(g.data) as d (status text, overlays jsonb, "measurementId" text,
                "measureUnit" text, numerator numeric, denominator numeric, period text)
            left join indicator i on i.id = g.indicator_id
            left join plan p on p.id = g.plan_id
            where p.status is distinct from 'SUPERSEDED' order by g.seq""";

    private static final String UPDATES = """
            select distinct on (r.unit_code, r.month, r.plan_id) r.seq, r.unit_code, r.expected, r.valid
            from unit root join unit u on u.path <@ root.path join update_rate_fact r on r.unit_code = u.code
            where root.code = ? and r.seq <= ? and r.month between ? and ?
            order by r.unit_code, r.month, r.plan_id, r.version desc""";

    private static final String FEEDBACK = """
            select f.id, f.assignee_unit_code, coalesce(f.answered_on <= f.due_on, false)
            from unit root join unit u on u.path <@ root.path join feedback f on f.assignee_unit_code = u.code
            where root.code = ? and f.due_on between ? and ? order by f.id""";

    private final DataSource dataSource;

    FactCounts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// The last facts that had come in when a run began.
    record Bounds(long task, long grade, long update) {}

    /// @param asOf facts speak of this day or earlier ones
    /// @param to the last day that counts: of the period, or `asOf`
    record Asked(String unitCode, LocalDate from, LocalDate to, LocalDate asOf, Bounds bounds) {}

    Bounds bounds() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(BOUNDS);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Bounds(row.getLong(1), row.getLong(2), row.getLong(3));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read how many facts there are", e);
        }
    }

    /// @param communes all communes below the unit that are ranked
    List<Frozen> count(Asked asked, List<ReportingUnit> communes) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        communes.forEach(commune -> tallies.put(commune.code(), new Tally(commune)));
        try (Connection connection = dataSource.getConnection()) {
            Map<String, Tally> byUnit = byUnit(connection, asked.unitCode(), tallies);
            readTasks(connection, asked, byUnit);
            readGrades(connection, asked, byUnit);
            readUpdates(connection, asked, byUnit);
            readFeedback(connection, asked, byUnit);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count the facts of " + asked.unitCode(), e);
        }
        return tallies.values().stream().map(Tally::freeze).toList();
    }

    private static Map<String, Tally> byUnit(Connection connection, String root, Map<String, Tally> tallies)
            throws SQLException {
        Map<String, Tally> byUnit = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(MEMBERS)) {
            select.setArray(1, connection.createArrayOf("text", tallies.keySet().toArray()));
            select.setString(2, root);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Tally tally = tallies.get(rows.getString(2));
                    if (tally != null) {
                        byUnit.put(rows.getString(1), tally);
                    }
                }
            }
        }
        return byUnit;
    }

    private static void readTasks(Connection connection, Asked asked, Map<String, Tally> byUnit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TASKS)) {
            select.setString(1, asked.unitCode());
            select.setLong(2, asked.bounds().task());
            select.setObject(3, asked.asOf());
            select.setLong(4, asked.bounds().task());
            select.setObject(5, asked.asOf());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Tally tally = byUnit.get(row.getString(2));
                    if (tally != null) {
                        tally.addTask(row.getLong(1), task(row).between(asked.from(), asked.to()));
                    }
                }
            }
        }
    }

    private static DueTask task(ResultSet row) throws SQLException {
        String kind = row.getString(3);
        String status = row.getString(4);
        return new DueTask(
                kind == null ? "" : kind,
                status == null ? "" : status,
                day(row, 5),
                day(row, 6),
                day(row, 7),
                day(row, 8),
                day(row, 9),
                day(row, 10),
                day(row, 11),
                days(row.getArray(12)));
    }

    private static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static List<LocalDate> days(@Nullable Array days) throws SQLException {
        return days == null
                ? List.of()
                : Arrays.stream((java.sql.Date[]) days.getArray())
                        .map(java.sql.Date::toLocalDate)
                        .toList();
    }

    private static void readGrades(Connection connection, Asked asked, Map<String, Tally> byUnit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(GRADES)) {
            select.setString(1, asked.unitCode());
            select.setLong(2, asked.bounds().grade());
            select.setObject(3, asked.asOf());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Tally tally = byUnit.get(row.getString(2));
                    if (tally != null) {
                        tally.addGrade(row.getLong(1), figure(row), asked.from());
                    }
                }
            }
        }
    }

    private static Figure figure(ResultSet row) throws SQLException {
        String status = row.getString(3);
        return new Figure(
                status == null ? "" : status,
                row.getBoolean(4),
                row.getBoolean(5),
                row.getString(6),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getString(9));
    }

    private static void readUpdates(Connection connection, Asked asked, Map<String, Tally> byUnit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UPDATES)) {
            select.setString(1, asked.unitCode());
            select.setLong(2, asked.bounds().update());
            select.setObject(3, asked.from());
            select.setObject(4, asked.to());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Tally tally = byUnit.get(row.getString(2));
                    if (tally != null) {
                        tally.addUpdates(row.getLong(1), row.getLong(3), row.getLong(4));
                    }
                }
            }
        }
    }

    private static void readFeedback(Connection connection, Asked asked, Map<String, Tally> byUnit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FEEDBACK)) {
            select.setString(1, asked.unitCode());
            select.setObject(2, asked.from());
            select.setObject(3, asked.to());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Tally tally = byUnit.get(row.getString(2));
                    if (tally != null) {
                        tally.addFeedback(row.getObject(1, UUID.class), row.getBoolean(3));
                    }
                }
            }
        }
    }
}
