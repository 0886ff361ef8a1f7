package vn.monitoring.indicator.grade;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;

/// Grades for readers, within the tree paths that the caller may see.
@ApplicationScoped
class GradeQueries {

    private static final String INDICATOR_COLUMNS = """
            i.plan_id, i.position, i.unit_code, i.responsible_unit_code, i.number, i.name, i.indicator_group,
            i.measure_unit""";

    private final DataSource dataSource;
    private final GradeTable table;

    GradeQueries(DataSource dataSource, GradeTable table) {
        this.dataSource = dataSource;
        this.table = table;
    }

    private record Positioned(GradeState grade, Cursor position) {}

    /// The grade of each indicator as at a date (the latest one not after it), in the order of the plans.
    Page<GradeState> listAsOf(
            String scopePaths,
            @Nullable String unitCode,
            @Nullable UUID planId,
            LocalDate asOf,
            @Nullable String cursor,
            int limit) {
        Cursor after = Cursor.decode(cursor, 3);
        String sql = """
                select %s, %s from indicator i
                join unit u on u.code = i.responsible_unit_code
                join lateral (select * from grade where indicator_id = i.id and as_of <= ?
                    order by as_of desc limit 1) g on true
                where u.path <@ any (cast(? as ltree[]))
                    and (cast(? as text) is null or u.path <@ (select path from unit where code = ?))
                    and (cast(? as uuid) is null or i.plan_id = ?)
                    and (cast(? as uuid) is null or (i.plan_id, i.position, i.id) > (?, ?, ?))
                order by i.plan_id, i.position, i.id limit ?""".formatted(INDICATOR_COLUMNS, GradeTable.READ);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, asOf);
            statement.setString(2, scopePaths);
            statement.setString(3, unitCode);
            statement.setString(4, unitCode);
            statement.setObject(5, planId);
            statement.setObject(6, planId);
            UUID afterPlan = after == null ? null : UUID.fromString(after.keys().get(0));
            statement.setObject(7, afterPlan);
            statement.setObject(8, afterPlan);
            statement.setInt(
                    9, after == null ? 0 : Integer.parseInt(after.keys().get(1)));
            statement.setObject(
                    10, after == null ? null : UUID.fromString(after.keys().get(2)));
            statement.setInt(11, limit + 1);
            return Page.of(read(statement), limit, Positioned::position).map(Positioned::grade);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list grades", e);
        }
    }

    /// All grades of an indicator, newest first.
    Page<GradeState> listOf(UUID indicatorId, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 1);
        String sql = """
                select %s, %s from grade g join indicator i on i.id = g.indicator_id
                where g.indicator_id = ? and g.as_of < ? order by g.as_of desc limit ?""".formatted(INDICATOR_COLUMNS, GradeTable.READ);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, indicatorId);
            statement.setObject(
                    2,
                    after == null
                            ? LocalDate.of(9999, 1, 1)
                            : LocalDate.parse(after.keys().getFirst()));
            statement.setInt(3, limit + 1);
            return Page.of(read(statement), limit, row -> Cursor.at(row.grade().asOf()))
                    .map(Positioned::grade);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list the grades of an indicator", e);
        }
    }

    private List<Positioned> read(PreparedStatement statement) throws SQLException {
        List<Positioned> grades = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                GradeState.Subject subject = new GradeState.Subject(
                        row.getObject("plan_id", UUID.class),
                        row.getString("unit_code"),
                        row.getString("responsible_unit_code"),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("indicator_group"),
                        row.getString("measure_unit"));
                Grade grade = table.grade(row);
                grades.add(new Positioned(
                        GradeState.of(subject, grade),
                        Cursor.at(subject.planId(), row.getInt("position"), grade.indicatorId())));
            }
        }
        return grades;
    }
}
