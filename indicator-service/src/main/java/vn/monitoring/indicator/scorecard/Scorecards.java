package vn.monitoring.indicator.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.GradeStatus;
import vn.monitoring.kit.problem.Problem;

/// Counts the grades of the plans in force in a unit's subtree.
@ApplicationScoped
class Scorecards {

    private final DataSource dataSource;

    Scorecards(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record Row(String unitCode, @Nullable String group, Distribution.Entry entry) {}

    /// @param scopePaths what the caller may see of the subtree
    Scorecard of(String unitCode, LocalDate asOf, String scopePaths) {
        try (Connection connection = dataSource.getConnection()) {
            String name = unitName(connection, unitCode);
            return scorecard(unitCode, name, asOf, rows(connection, unitCode, asOf, scopePaths));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count grades", e);
        }
    }

    private static Scorecard scorecard(String unitCode, String name, LocalDate asOf, List<Row> rows) {
        Map<String, List<Distribution.Entry>> groups = new TreeMap<>();
        List<Distribution.Entry> ungrouped = new ArrayList<>();
        Set<String> reporting = new HashSet<>();
        Set<String> expected = new HashSet<>();
        for (Row row : rows) {
            List<Distribution.Entry> group =
                    row.group() == null ? ungrouped : groups.computeIfAbsent(row.group(), _ -> new ArrayList<>());
            group.add(row.entry());
            GradeStatus status = row.entry().status();
            if (status.isJudged()) {
                reporting.add(row.unitCode());
                expected.add(row.unitCode());
            } else if (status == GradeStatus.NO_DATA) {
                expected.add(row.unitCode());
            }
        }
        List<Scorecard.Group> parts = new ArrayList<>();
        groups.forEach((group, entries) -> parts.add(new Scorecard.Group(group, Distribution.of(entries))));
        if (!ungrouped.isEmpty()) {
            parts.add(new Scorecard.Group(null, Distribution.of(ungrouped)));
        }
        return new Scorecard(
                unitCode,
                name,
                asOf,
                Distribution.of(rows.stream().map(Row::entry).toList()),
                Distribution.Ratio.of(reporting.size(), expected.size()),
                parts);
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

    private static List<Row> rows(Connection connection, String unitCode, LocalDate asOf, String scopePaths)
            throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select i.responsible_unit_code, i.indicator_group, g.status, g.regressing, g.at_risk, g.provisional
                from indicator i
                join plan p on p.id = i.plan_id and p.status = 'IN_FORCE'
                join unit u on u.code = i.responsible_unit_code
                join lateral (select * from grade where indicator_id = i.id and as_of <= ?
                    order by as_of desc limit 1) g on true
                where u.path <@ (select path from unit where code = ?) and u.path <@ any (cast(? as ltree[]))""")) {
            statement.setObject(1, asOf);
            statement.setString(2, unitCode);
            statement.setString(3, scopePaths);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getString(1),
                            row.getString(2),
                            new Distribution.Entry(
                                    GradeStatus.valueOf(row.getString(3)),
                                    row.getBoolean(4),
                                    row.getBoolean(5),
                                    row.getBoolean(6))));
                }
            }
        }
        return rows;
    }
}
