package vn.monitoring.indicator.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.GradeStatus;
import vn.monitoring.kit.web.Cursor;

/// Lays the units below a unit against the indicators of the catalogue, one statement for all cells of a page.
@ApplicationScoped
class Matrices {

    /// Of several indicators with one code the worst grade counts; greys come after what was judged, and among them
    /// missing figures first. All cells are found in one walk from the units down: a walk for each row costs ten
    /// times as much.
    private static final String CELLS = """
            with below as (
                select code, name, type, path from unit where parent_code = ? and code > ?
                    and path <@ any (cast(? as ltree[])) order by code limit ?),
            cell as (
                select distinct on (b.code, i.canonical_code) b.code as row_code, k.code as canonical_code,
                    k.name as canonical_name, k.unit as measure_unit, i.id as indicator_id, g.*,
                    cast(count(*) over (partition by b.code, i.canonical_code) as integer) as indicators
                from below b
                join unit u on u.path <@ b.path
                join indicator i on i.responsible_unit_code = u.code
                join plan p on p.id = i.plan_id and p.status = 'IN_FORCE'
                join canonical_indicator k on k.code = i.canonical_code
                join lateral (select status, regressing, at_risk, provisional, value, as_of from grade
                    where indicator_id = i.id and as_of <= ? order by as_of desc limit 1) g on true
                where cast(? as text) is null or split_part(i.canonical_code, '.', 1) = ?
                order by b.code, i.canonical_code, array_position(array['MISSED', 'BEHIND', 'SLIGHTLY_BEHIND', 'ON_TRACK',
                    'ACHIEVED', 'NO_DATA', 'NOT_DUE', 'NO_TARGET'], g.status), i.id)
            select below.code, below.name, below.type, cell.*
            from below left join cell on cell.row_code = below.code
            order by below.code, cell.canonical_code
            """;

    private final DataSource dataSource;

    Matrices(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// @param scopePaths what the caller may see of the subtree
    /// @param group      a group of the catalogue, what stands before the dot of its codes; null for all
    Matrix of(
            String unitCode,
            LocalDate asOf,
            @Nullable String group,
            String scopePaths,
            @Nullable String afterCode,
            int limit) {
        Map<String, Matrix.Row> rows = new LinkedHashMap<>();
        Map<String, Matrix.Column> columns = new TreeMap<>();
        boolean more = false;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CELLS)) {
            statement.setString(1, unitCode);
            statement.setString(2, afterCode == null ? "" : afterCode);
            statement.setString(3, scopePaths);
            statement.setInt(4, limit + 1);
            statement.setObject(5, asOf);
            statement.setString(6, group);
            statement.setString(7, group);
            try (ResultSet cell = statement.executeQuery()) {
                while (!more && cell.next()) {
                    String code = cell.getString("code");
                    more = rows.size() == limit && !rows.containsKey(code);
                    if (!more) {
                        String name = cell.getString("name");
                        String type = cell.getString("type");
                        add(
                                cell,
                                rows.computeIfAbsent(code, it -> new Matrix.Row(it, name, type, new ArrayList<>())),
                                columns);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot lay units against indicators", e);
        }
        List<Matrix.Row> items = List.copyOf(rows.values());
        return new Matrix(
                unitCode,
                asOf,
                List.copyOf(columns.values()),
                items,
                more ? Cursor.at(items.getLast().unitCode()).encode() : null);
    }

    private static void add(ResultSet cell, Matrix.Row row, Map<String, Matrix.Column> columns) throws SQLException {
        String canonical = cell.getString("canonical_code");
        if (canonical == null) {
            return;
        }
        if (!columns.containsKey(canonical)) {
            columns.put(
                    canonical,
                    new Matrix.Column(canonical, cell.getString("canonical_name"), cell.getString("measure_unit")));
        }
        row.cells()
                .add(new Matrix.Cell(
                        canonical,
                        cell.getObject("indicator_id", UUID.class),
                        GradeStatus.valueOf(cell.getString("status")),
                        cell.getBoolean("regressing"),
                        cell.getBoolean("at_risk"),
                        cell.getBoolean("provisional"),
                        cell.getBigDecimal("value"),
                        cell.getObject("as_of", LocalDate.class),
                        cell.getInt("indicators")));
    }
}
