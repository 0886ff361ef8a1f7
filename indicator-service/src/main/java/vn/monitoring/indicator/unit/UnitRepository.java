package vn.monitoring.indicator.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Vietnamese;

/// The table of units, read and written as sets of rows. Does not check the caller's scope but where it takes paths.
@ApplicationScoped
public class UnitRepository {

    private static final String COLUMNS = """
            u.code, u.parent_code, u.path::text, u.type, u.name, u.agency_type, u.block, u.aliases,
            u.agency_identifier, u.valid_from, u.valid_to, u.version""";

    private final DataSource dataSource;

    UnitRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Optional<Unit> find(String code) {
        return query("select " + COLUMNS + " from unit u where u.code = ?", code).stream()
                .findFirst();
    }

    /// All units below the given one, and itself.
    public List<Unit> listSubtree(String code) {
        return query(
                "select " + COLUMNS
                        + " from unit u join unit top on u.path <@ top.path where top.code = ? order by u.path",
                code);
    }

    /// All communes of all provinces.
    public List<Unit> listCommunes() {
        return query("select " + COLUMNS + " from unit u where u.type like 'COMMUNE%'");
    }

    List<Unit> listAll() {
        return query("select " + COLUMNS + " from unit u");
    }

    /// Lets one batch after the other read and write the tree, until the end of the transaction.
    void lockTree() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended('unit-tree', 0))")) {
            lock.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot lock the unit tree", e);
        }
    }

    /// Units in the order of their codes.
    ///
    /// @param paths the caller's own subtrees as a PostgreSQL array of ltree
    /// @param after the last code of the page before
    List<Unit> list(String paths, UnitFilter filter, @Nullable String after, int limit) {
        StringBuilder sql =
                new StringBuilder("select " + COLUMNS + " from unit u where u.path <@ any (cast(? as ltree[]))");
        List<String> values = new ArrayList<>(List.of(paths));
        and(
                sql,
                values,
                "u.type = ?",
                filter.type() == null ? null : filter.type().name());
        and(sql, values, "u.parent_code = ?", filter.parent());
        and(sql, values, "u.agency_type = ?", filter.agencyType());
        and(sql, values, "u.search_text like ?", filter.pattern());
        and(sql, values, "u.code > ?", after);
        sql.append(" order by u.code limit ").append(limit);
        return query(sql.toString(), values.toArray(String[]::new));
    }

    private static void and(StringBuilder sql, List<String> values, String condition, @Nullable String value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.add(value);
        }
    }

    void save(List<Unit> units) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into unit (code, parent_code, path, type, name, agency_type, block, aliases,
                            agency_identifier, valid_from, valid_to, version, search_text)
                        values (?, ?, cast(? as ltree), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (code) do update set parent_code = excluded.parent_code, path = excluded.path,
                            type = excluded.type, name = excluded.name, agency_type = excluded.agency_type,
                            block = excluded.block, aliases = excluded.aliases,
                            agency_identifier = excluded.agency_identifier, valid_from = excluded.valid_from,
                            valid_to = excluded.valid_to, version = excluded.version,
                            search_text = excluded.search_text""")) {
            for (Unit unit : units) {
                upsert.setString(1, unit.code());
                upsert.setString(2, unit.parentCode());
                upsert.setString(3, unit.path());
                upsert.setString(4, unit.type().name());
                upsert.setString(5, unit.name());
                upsert.setString(6, unit.agencyType());
                upsert.setString(7, unit.block() == null ? null : unit.block().name());
                upsert.setArray(
                        8, connection.createArrayOf("text", unit.aliases().toArray()));
                upsert.setString(9, unit.agencyIdentifier());
                setDate(upsert, 10, unit.validFrom());
                setDate(upsert, 11, unit.validTo());
                upsert.setLong(12, unit.version());
                upsert.setString(13, searchText(unit));
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store units", e);
        }
    }

    private static String searchText(Unit unit) {
        return Vietnamese.foldWithoutMarks(unit.code() + " " + unit.name() + " " + String.join(" ", unit.aliases()));
    }

    private static void setDate(PreparedStatement statement, int index, @Nullable LocalDate date) throws SQLException {
        if (date == null) {
            statement.setNull(index, Types.DATE);
        } else {
            statement.setObject(index, date);
        }
    }

    private List<Unit> query(String sql, String... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<Unit> units = new ArrayList<>();
                while (rows.next()) {
                    units.add(read(rows));
                }
                return units;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read units", e);
        }
    }

    private static Unit read(ResultSet row) throws SQLException {
        String block = row.getString(7);
        return new Unit(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                UnitType.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                block == null ? null : Block.valueOf(block),
                Arrays.asList((String[]) row.getArray(8).getArray()),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                row.getObject(11, LocalDate.class),
                row.getLong(12));
    }
}
