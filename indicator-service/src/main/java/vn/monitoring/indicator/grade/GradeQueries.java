package vn.monitoring.indicator.grade;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.GradeStatus;
import vn.monitoring.indicator.plan.PlanStatus;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;

/// Grades for readers, within the tree paths that the caller may see.
@ApplicationScoped
class GradeQueries {

    private static final String INDICATOR_COLUMNS = """
            i.plan_id, i.position, i.unit_code, i.responsible_unit_code, i.number, i.name, i.indicator_group,
            i.measure_unit""";

    /// The indicators in sight come first (`offset 0` keeps it so): the plans of the whole country would be walked
    /// otherwise until enough of them were found.
    private static final String LIST = """
            select %s, %s from (
                select i.* from unit u
                join indicator i on i.responsible_unit_code = u.code
                join plan p on p.id = i.plan_id
                where %s
                order by i.plan_id, i.position, i.id offset 0) i
            join lateral (select * from grade where indicator_id = i.id and as_of <= ?
                order by as_of desc limit 1) g on true
            where %s
            order by i.plan_id, i.position, i.id limit ?
            """;

    private final DataSource dataSource;
    private final GradeTable table;

    GradeQueries(DataSource dataSource, GradeTable table) {
        this.dataSource = dataSource;
        this.table = table;
    }

    private record Positioned(GradeState grade, Cursor position) {}

    /// An overlay that a list can be narrowed to.
    enum Overlay {
        REGRESSING("g.regressing"),
        AT_RISK("g.at_risk"),
        PROVISIONAL("g.provisional");

        private final String column;

        Overlay(String column) {
            this.column = column;
        }
    }

    /// What a list is narrowed to; nulls do not narrow.
    ///
    /// @param planStatus of the indicators' plans; those in force when absent
    record Filter(
            LocalDate asOf,
            @Nullable String unitCode,
            @Nullable UUID planId,
            @Nullable PlanStatus planStatus,
            @Nullable String canonicalCode,
            @Nullable String group,
            @Nullable GradeStatus status,
            @Nullable Overlay overlay) {}

    /// The grade of each indicator as at a date (the latest one not after it), in the order of the plans.
    Page<GradeState> listAsOf(String scopePaths, Filter filter, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 3);
        List<Object> parameters = new ArrayList<>(List.of(scopePaths));
        StringBuilder where = new StringBuilder("u.path <@ any (cast(? as ltree[]))");
        narrow(where, parameters, " and u.path <@ (select path from unit where code = ?)", filter.unitCode());
        narrow(where, parameters, " and i.plan_id = ?", filter.planId());
        PlanStatus planStatus = filter.planStatus() == null ? PlanStatus.IN_FORCE : filter.planStatus();
        narrow(where, parameters, " and p.status = ?", planStatus.name());
        narrow(where, parameters, " and i.canonical_code = ?", filter.canonicalCode());
        narrow(where, parameters, " and i.indicator_group = ?", filter.group());
        if (after != null) {
            where.append(" and (i.plan_id, i.position, i.id) > (?, ?, ?)");
            parameters.addAll(List.of(after.id(0), after.number(1), after.id(2)));
        }
        StringBuilder graded = new StringBuilder("true");
        parameters.add(filter.asOf());
        GradeStatus status = filter.status();
        narrow(graded, parameters, " and g.status = ?", status == null ? null : status.name());
        Overlay overlay = filter.overlay();
        if (overlay != null) {
            graded.append(" and ").append(overlay.column);
        }
        parameters.add(limit + 1);
        String sql = LIST.formatted(INDICATOR_COLUMNS, GradeTable.READ, where, graded);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < parameters.size(); at++) {
                statement.setObject(at + 1, parameters.get(at));
            }
            return Page.of(read(statement), limit, Positioned::position).map(Positioned::grade);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list grades", e);
        }
    }

    private static void narrow(StringBuilder where, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            parameters.add(value);
        }
    }

    /// One grade with its indicator.
    Optional<GradeState> find(UUID gradeId) {
        String sql = """
                select %s, %s from grade g join indicator i on i.id = g.indicator_id where g.id = ?
                """.formatted(INDICATOR_COLUMNS, GradeTable.READ);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, gradeId);
            return read(statement).stream().map(Positioned::grade).findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read a grade", e);
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
            statement.setObject(2, after == null ? LocalDate.of(9999, 1, 1) : after.date(0));
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
