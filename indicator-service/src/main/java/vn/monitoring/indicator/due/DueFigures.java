package vn.monitoring.indicator.due;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;

/// Finds what is due, within the caller's units: the indicators of plans in force that are measured as often as the
/// period is long, each with the latest figure that ends with the period.
@ApplicationScoped
class DueFigures {

    private static final String DUE = """
            from unnest(?::text[], ?::text[], ?::date[], ?::date[]) as p (period, frequency, first_day, last_day)
            join unit top on top.code = ?
            join unit u on u.path <@ top.path and u.path <@ any (array (select path from unit where code = any (?)))
            join indicator i on i.responsible_unit_code = u.code
            join plan on plan.id = i.plan_id and plan.status = 'IN_FORCE'
            left join canonical_indicator c on c.code = i.canonical_code
            left join lateral (
                select m.id, m.status from measurement m
                where m.indicator_id = i.id and m.period_end = p.last_day and m.period_start >= p.first_day
                order by m.period = p.period desc, m.period_start limit 1) m on true
            where plan.horizon_start <= p.last_day and plan.horizon_end >= p.first_day
                and case coalesce(c.frequency, 'QUARTER') when 'SCHOOL_YEAR' then 'YEAR' else coalesce(c.frequency, 'QUARTER')
                    end = p.frequency
            """;

    private static final String LIST = """
            select i.id, i.plan_id, i.number, i.name, i.canonical_code, i.unit_code, u.code, u.name, p.period,
                coalesce(m.status, 'MISSING') as state, m.id
            """ + DUE + """
             and (?::text is null or coalesce(m.status, 'MISSING') = ?)
                and (u.code, p.period, i.id) > (?, ?, ?::uuid)
            order by u.code, p.period, i.id limit ?
            """;

    private static final String COUNT = """
            select u.code, u.name, p.period, count(*), count(*) filter (where m.id is null),
                count(*) filter (where m.status = 'SUBMITTED'), count(*) filter (where m.status = 'RETURNED'),
                count(*) filter (where m.status = 'VERIFIED')
            """ + DUE + """
             and (u.code, p.period) > (?, ?)
            group by u.code, u.name, p.period order by u.code, p.period limit ?
            """;

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    private final DataSource dataSource;

    DueFigures(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// By responsible unit, period and indicator.
    Page<DueFigure> list(
            String unitCode,
            List<Period> periods,
            DueFigure.@Nullable State state,
            List<String> callerUnits,
            @Nullable Cursor after,
            int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LIST)) {
            bind(statement, unitCode, periods, callerUnits);
            statement.setString(7, state == null ? null : state.name());
            statement.setString(8, state == null ? null : state.name());
            for (int key = 0; key < 3; key++) {
                statement.setString(
                        9 + key,
                        after == null ? key == 2 ? NO_ID : "" : after.keys().get(key));
            }
            statement.setInt(12, limit + 1);
            List<DueFigure> due = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    due.add(new DueFigure(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            Period.of(row.getString(9)),
                            DueFigure.State.valueOf(row.getString(10)),
                            row.getObject(11, UUID.class)));
                }
            }
            return Page.of(
                    due,
                    limit,
                    last -> Cursor.at(last.responsibleUnitCode(), last.period().key(), last.indicatorId()));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list what is due", e);
        }
    }

    /// By responsible unit and period.
    Page<DueFigure.Count> count(
            String unitCode, List<Period> periods, List<String> callerUnits, @Nullable Cursor after, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNT)) {
            bind(statement, unitCode, periods, callerUnits);
            statement.setString(7, after == null ? "" : after.keys().get(0));
            statement.setString(8, after == null ? "" : after.keys().get(1));
            statement.setInt(9, limit + 1);
            List<DueFigure.Count> counts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.add(new DueFigure.Count(
                            row.getString(1),
                            row.getString(2),
                            Period.of(row.getString(3)),
                            row.getInt(4),
                            row.getInt(5),
                            row.getInt(6),
                            row.getInt(7),
                            row.getInt(8)));
                }
            }
            return Page.of(
                    counts,
                    limit,
                    last -> Cursor.at(last.responsibleUnitCode(), last.period().key()));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count what is due", e);
        }
    }

    private static void bind(
            PreparedStatement statement, String unitCode, List<Period> periods, List<String> callerUnits)
            throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                1,
                connection.createArrayOf(
                        "text", periods.stream().map(Period::key).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "text",
                        periods.stream()
                                .map(period -> period.frequency().name())
                                .toArray()));
        statement.setArray(
                3,
                connection.createArrayOf(
                        "date",
                        periods.stream()
                                .map(period -> Date.valueOf(period.firstDay()))
                                .toArray()));
        statement.setArray(
                4,
                connection.createArrayOf(
                        "date",
                        periods.stream()
                                .map(period -> Date.valueOf(period.lastDay()))
                                .toArray()));
        statement.setString(5, unitCode);
        statement.setArray(6, connection.createArrayOf("text", callerUnits.toArray()));
    }
}
