package vn.monitoring.indicator.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;

/// Counts the grades of the plans in force in a unit's subtree, in the database, always from the grades themselves.
@ApplicationScoped
class Scorecards {

    /// The latest grade not after a day; read from the index alone.
    private static final String GRADE_AS_OF = """
            join lateral (select status, regressing, at_risk, provisional from grade
                where indicator_id = i.id and as_of <= ? order by as_of desc limit 1) g on true
            """;

    private static final String CARD = """
            select grouping(i.indicator_group, split_part(i.canonical_code, '.', 1)) as level,
                i.indicator_group, split_part(i.canonical_code, '.', 1) as canonical_group, %s,
                count(distinct u.code) filter (where g.status in
                    ('ACHIEVED', 'ON_TRACK', 'SLIGHTLY_BEHIND', 'BEHIND', 'MISSED')) as reporting_units,
                count(distinct u.code) filter (where g.status not in ('NOT_DUE', 'NO_TARGET')) as expected_units
            from unit u
            join indicator i on i.responsible_unit_code = u.code
            join plan p on p.id = i.plan_id and p.status = 'IN_FORCE'
            %s
            where u.path <@ (select path from unit where code = ?) and u.path <@ any (cast(? as ltree[]))
            group by grouping sets ((), (i.indicator_group), (split_part(i.canonical_code, '.', 1)))
            order by level desc, indicator_group, canonical_group
            """.formatted(Distribution.COLUMNS, GRADE_AS_OF);

    private static final int ALL = 3;
    private static final int BY_GROUP = 1;

    private static final String CHILDREN = """
            select c.code, c.name, c.type, %s
            from (select code, name, type, path from unit where parent_code = ? and code > ?
                and path <@ any (cast(? as ltree[])) order by code limit ?) c
            left join lateral (
                select g.* from unit u
                join indicator i on i.responsible_unit_code = u.code
                join plan p on p.id = i.plan_id and p.status = 'IN_FORCE'
                %s
                where u.path <@ c.path) g on true
            group by c.code, c.name, c.type order by c.code
            """.formatted(Distribution.COLUMNS, GRADE_AS_OF);

    /// Each grade stands from its day until the next one of its indicator.
    private static final String TREND = """
            select d.day, %s
            from unnest(?) as d (day)
            left join (
                select g.status, g.regressing, g.at_risk, g.provisional, g.as_of as since,
                    coalesce(lead(g.as_of) over (partition by g.indicator_id order by g.as_of), 'infinity') as until
                from unit u
                join indicator i on i.responsible_unit_code = u.code
                join plan p on p.id = i.plan_id and p.status = 'IN_FORCE'
                join grade g on g.indicator_id = i.id and g.as_of <= ?
                where u.path <@ (select path from unit where code = ?) and u.path <@ any (cast(? as ltree[]))) g
                on g.since <= d.day and d.day < g.until
            group by d.day order by d.day
            """.formatted(Distribution.COLUMNS);

    private final DataSource dataSource;

    Scorecards(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// @param scopePaths what the caller may see of the subtree
    Scorecard of(String unitCode, LocalDate asOf, String scopePaths) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CARD)) {
            String name = unitName(connection, unitCode);
            statement.setObject(1, asOf);
            statement.setString(2, unitCode);
            statement.setString(3, scopePaths);
            try (ResultSet row = statement.executeQuery()) {
                return card(unitCode, name, asOf, row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count grades", e);
        }
    }

    private static Scorecard card(String unitCode, String name, LocalDate asOf, ResultSet row) throws SQLException {
        @Nullable Distribution overall = null;
        Distribution.Ratio reporting = Distribution.Ratio.of(0, 0);
        List<Scorecard.Group> groups = new ArrayList<>();
        List<Scorecard.Group> canonicalGroups = new ArrayList<>();
        while (row.next()) {
            Distribution distribution = Distribution.read(row);
            switch (row.getInt("level")) {
                case ALL -> {
                    overall = distribution;
                    reporting = Distribution.Ratio.of(row.getInt("reporting_units"), row.getInt("expected_units"));
                }
                case BY_GROUP -> groups.add(new Scorecard.Group(row.getString("indicator_group"), distribution));
                default -> canonicalGroups.add(new Scorecard.Group(row.getString("canonical_group"), distribution));
            }
        }
        if (overall == null) {
            throw new IllegalStateException("a count of all has one row");
        }
        return new Scorecard(unitCode, name, asOf, overall, reporting, groups, canonicalGroups);
    }

    /// Units directly below, by code; one row more than asked for tells that there are others.
    List<Scorecard.Child> children(
            String unitCode, LocalDate asOf, String scopePaths, @Nullable String afterCode, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CHILDREN)) {
            statement.setString(1, unitCode);
            statement.setString(2, afterCode == null ? "" : afterCode);
            statement.setString(3, scopePaths);
            statement.setInt(4, limit);
            statement.setObject(5, asOf);
            List<Scorecard.Child> children = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    children.add(new Scorecard.Child(
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("type"),
                            Distribution.read(row)));
                }
            }
            return children;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count the grades of the units below", e);
        }
    }

    /// @param days in order
    Scorecard.Trend trend(String unitCode, List<LocalDate> days, String scopePaths) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(TREND)) {
            String name = unitName(connection, unitCode);
            statement.setArray(1, connection.createArrayOf("date", days.toArray()));
            statement.setObject(2, days.getLast());
            statement.setString(3, unitCode);
            statement.setString(4, scopePaths);
            List<Scorecard.Point> points = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    points.add(new Scorecard.Point(row.getObject("day", LocalDate.class), Distribution.read(row)));
                }
            }
            return new Scorecard.Trend(unitCode, name, points);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count grades over time", e);
        }
    }

    private static String unitName(Connection connection, String unitCode) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select name from unit where code = ?")) {
            statement.setString(1, unitCode);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw Problem.notFound();
                }
                return row.getString(1);
            }
        }
    }
}
