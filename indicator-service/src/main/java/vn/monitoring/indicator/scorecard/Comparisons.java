package vn.monitoring.indicator.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
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
import vn.monitoring.indicator.grading.GradeStatus;
import vn.monitoring.indicator.unit.UnitType;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;

/// Ranks the units of one type by one indicator of the catalogue, one statement for all of them.
@ApplicationScoped
class Comparisons {

    /// A unit with the indicator in two plans counts once: by its judged grade, then by its latest.
    private static final String ROWS = """
            select r.*, case when r.judged then cast(rank() over (partition by r.judged order by r.value * ?) as integer) end
                as rank
            from (
                select distinct on (c.code) c.code, c.name, i.id as indicator_id, g.id as grade_id, g.status, g.value,
                    g.numerator, g.denominator, g.as_of, g.target ->> 'raw' as raw, (g.target ->> 'low')::numeric as low,
                    (g.target ->> 'high')::numeric as high, (g.target ->> 'dueDate')::date as due_date,
                    coalesce(g.value is not null and g.status in
                        ('ACHIEVED', 'ON_TRACK', 'SLIGHTLY_BEHIND', 'BEHIND', 'MISSED'), false) as judged
                from unit c
                left join (indicator i join plan p on p.id = i.plan_id and p.status = 'IN_FORCE')
                    on i.unit_code = c.code and i.canonical_code = ?
                left join lateral (select * from grade where indicator_id = i.id and as_of <= ?
                    order by as_of desc limit 1) g on true
                where c.type = ? and c.path <@ (select path from unit where code = ?)
                    and c.path <@ any (cast(? as ltree[]))
                order by c.code, judged desc, g.as_of desc nulls last, i.id) r
            order by rank nulls last, r.code
            """;

    private final DataSource dataSource;

    Comparisons(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record Canonical(String code, String name, String unit, String direction) {}

    /// @param scopePaths what the caller may see of the subtree
    /// @throws Problem 400 for a code that the catalogue does not have
    Comparison of(String unitCode, UnitType type, String canonicalCode, LocalDate asOf, String scopePaths) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ROWS)) {
            Canonical canonical = canonical(connection, canonicalCode);
            statement.setInt(1, canonical.direction().equals("LOWER") ? 1 : -1);
            statement.setString(2, canonicalCode);
            statement.setObject(3, asOf);
            statement.setString(4, type.name());
            statement.setString(5, unitCode);
            statement.setString(6, scopePaths);
            List<Comparison.Row> ranked = new ArrayList<>();
            List<Comparison.Row> notRanked = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Comparison.Row unit = read(row);
                    (unit.rank() == null ? notRanked : ranked).add(unit);
                }
            }
            return new Comparison(
                    unitCode,
                    type.name(),
                    asOf,
                    canonical.code(),
                    canonical.name(),
                    canonical.unit(),
                    canonical.direction(),
                    ranked,
                    notRanked);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot compare units", e);
        }
    }

    private static Comparison.Row read(ResultSet row) throws SQLException {
        @Nullable String status = row.getString("status");
        return new Comparison.Row(
                row.getObject("rank", Integer.class),
                row.getString("code"),
                row.getString("name"),
                row.getObject("indicator_id", UUID.class),
                row.getObject("grade_id", UUID.class),
                status == null ? null : GradeStatus.valueOf(status),
                number(row, "value"),
                number(row, "numerator"),
                number(row, "denominator"),
                row.getObject("as_of", LocalDate.class),
                target(row));
    }

    private static Comparison.@Nullable TargetOf target(ResultSet row) throws SQLException {
        String raw = row.getString("raw");
        return raw == null
                ? null
                : new Comparison.TargetOf(
                        raw, number(row, "low"), number(row, "high"), row.getObject("due_date", LocalDate.class));
    }

    private static @Nullable BigDecimal number(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column);
    }

    private static Canonical canonical(Connection connection, String code) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select code, name, unit, direction from canonical_indicator where code = ?")) {
            statement.setString(1, code);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    return new Canonical(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
                }
            }
        }
        throw new Problem(
                        KitProblem.INVALID_REQUEST,
                        "Danh mục không có chỉ tiêu chuẩn này; hãy xem danh mục rồi gửi lại.",
                        "The catalogue has no such indicator; look it up and send again.")
                .violation("query", "canonical", new Text("Không có trong danh mục.", "Not in the catalogue."));
    }
}
