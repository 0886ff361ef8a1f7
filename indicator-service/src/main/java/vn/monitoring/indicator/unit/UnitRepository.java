package vn.monitoring.indicator.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Vietnamese;

/// The table of units, read and written as sets of rows. Does not check the caller's scope but where it takes paths.
@ApplicationScoped
public class UnitRepository {

    private static final String COLUMNS = """
            u.code, u.parent_code, u.path::text, u.type, u.name, u.agency_type, u.block, u.aliases,
            u.agency_identifier, u.valid_from, u.valid_to, u.successor_code, u.predecessor_codes, u.version""";

    /// Arrays of texts, one element for each unit; lists within a unit come joined by the unit separator.
    private static final String UPSERT = """
            insert into unit (code, parent_code, path, type, name, agency_type, block, aliases, agency_identifier, valid_from,
                valid_to, successor_code, predecessor_codes, version, search_text)
            select code, parent_code, cast(path as ltree), type, name, agency_type, block,
                string_to_array(aliases, chr(31)), agency_identifier, cast(valid_from as date), cast(valid_to as date),
                successor_code, string_to_array(predecessor_codes, chr(31)), cast(version as bigint), search_text
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as n (code, parent_code, path, type, name, agency_type,
                block, aliases, agency_identifier, valid_from, valid_to, successor_code, predecessor_codes, version,
                search_text)
            on conflict (code) do update set parent_code = excluded.parent_code, path = excluded.path,
                type = excluded.type, name = excluded.name, agency_type = excluded.agency_type, block = excluded.block,
                aliases = excluded.aliases, agency_identifier = excluded.agency_identifier,
                valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                successor_code = excluded.successor_code, predecessor_codes = excluded.predecessor_codes,
                version = excluded.version, search_text = excluded.search_text""";

    private static final String SEPARATOR = "\u001f";
    private static final int ROWS_A_STATEMENT = 10_000;

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

    List<Unit> listByCodes(Collection<String> codes) {
        return queryFor("select " + COLUMNS + " from unit u where u.code = any (?)", codes);
    }

    /// All units at or below the given places.
    List<Unit> listBelow(Collection<String> paths) {
        return queryFor("select " + COLUMNS + " from unit u where u.path <@ any (cast(? as ltree[]))", paths);
    }

    /// Lets one writer of the tree after the other read and write it, until the end of the transaction.
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
        String day = filter.existingOn() == null ? null : filter.existingOn().toString();
        and(sql, values, "(u.valid_from is null or u.valid_from <= cast(? as date))", day);
        and(sql, values, "(u.valid_to is null or u.valid_to >= cast(? as date))", day);
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

    /// Writes units as they are given, one statement for 10,000 of them.
    void save(List<Unit> units) {
        for (int from = 0; from < units.size(); from += ROWS_A_STATEMENT) {
            saveSet(units.subList(from, Math.min(units.size(), from + ROWS_A_STATEMENT)));
        }
    }

    private void saveSet(List<Unit> units) {
        List<Function<Unit, @Nullable Object>> columns = List.of(
                Unit::code,
                Unit::parentCode,
                Unit::path,
                Unit::type,
                Unit::name,
                Unit::agencyType,
                Unit::block,
                unit -> String.join(SEPARATOR, unit.aliases()),
                Unit::agencyIdentifier,
                Unit::validFrom,
                Unit::validTo,
                Unit::successorCode,
                unit -> String.join(SEPARATOR, unit.predecessorCodes()),
                Unit::version,
                UnitRepository::searchText);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (int i = 0; i < columns.size(); i++) {
                upsert.setArray(i + 1, connection.createArrayOf("text", texts(units, columns.get(i))));
            }
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store units", e);
        }
    }

    /// One column of many rows, as the texts of an array that PostgreSQL unnests.
    static <T> @Nullable Object[] texts(List<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream()
                .map(row -> {
                    Object value = column.apply(row);
                    return value == null ? null : value.toString();
                })
                .toArray();
    }

    private static String searchText(Unit unit) {
        return Vietnamese.foldWithoutMarks(unit.code() + " " + unit.name() + " " + String.join(" ", unit.aliases()));
    }

    private List<Unit> queryFor(String sql, Collection<String> values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", values.toArray()));
            return units(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read units", e);
        }
    }

    private List<Unit> query(String sql, String... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return units(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read units", e);
        }
    }

    private static List<Unit> units(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<Unit> units = new ArrayList<>();
            while (rows.next()) {
                units.add(read(rows));
            }
            return units;
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
                row.getString(12),
                Arrays.asList((String[]) row.getArray(13).getArray()),
                row.getLong(14));
    }
}
