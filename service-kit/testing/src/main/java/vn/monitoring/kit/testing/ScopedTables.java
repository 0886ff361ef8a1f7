package vn.monitoring.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Holds a service to row-level security: every table of its database shows a caller only rows of his units, or is
/// named by `scope_exempt` with a reason. Called from within a `@QuarkusTest`, when the migrations have run.
public final class ScopedTables {

    private static final String FORGOTTEN = """
            select c.relname || ': ' || case
                when p.shielded and p.exempt then 'is shielded and exempt at once'
                when p.shielded then 'has its policy, but row-level security is not enabled and forced'
                when p.exempt then 'is exempt without a reason, or has row-level security'
                else 'neither scope_table, scope_part nor scope_exempt was called in a migration' end
            from pg_class c
            cross join lateral (
                select coalesce(bool_or(polname = 'scope_rows'), false) as shielded,
                    coalesce(bool_or(polname = 'scope_exempt'), false) as exempt,
                    max(case when polname = 'scope_exempt' then obj_description(oid, 'pg_policy') end) as reason
                from pg_policy where polrelid = c.oid) p
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm', 'f')
                and c.relname <> 'flyway_schema_history'
                and not (p.shielded and not p.exempt and c.relrowsecurity and c.relforcerowsecurity)
                and not (p.exempt and not p.shielded and not c.relrowsecurity and length(p.reason) > 10)
            order by c.relname""";

    private static final String SHIELDED = """
            select c.relname from pg_class c join pg_policy p on p.polrelid = c.oid and p.polname = 'scope_rows'
            where c.relnamespace = 'public'::regnamespace order by 1""";

    private ScopedTables() {}

    /// Fails for a table that a migration has forgotten.
    public static void check() {
        assertThat(ask(FORGOTTEN)).as("tables that show rows of all units").isEmpty();
    }

    /// The tables under row-level security.
    public static List<String> names() {
        return ask(SHIELDED);
    }

    /// Each table under row-level security shows each of two callers rows, none of the other's, and to nobody none.
    /// The fixture has rows of both in every table, so that a new table fails until it has some.
    ///
    /// @param except tables whose rows belong to other units than those of the two, to be looked at by themselves
    public static void checkApart(String oneUnit, String otherUnit, String... except) {
        for (String table : names()) {
            if (List.of(except).contains(table)) {
                continue;
            }
            List<String> ones = rowsSeenBy(table, oneUnit);
            List<String> others = rowsSeenBy(table, otherUnit);
            assertThat(ones)
                    .as("rows of %s for %s", table, oneUnit)
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(others);
            assertThat(others).as("rows of %s for %s", table, otherUnit).isNotEmpty();
            assertThat(rowsSeenBy(table)).as("rows of %s for nobody", table).isEmpty();
        }
    }

    /// The rows of a table as text that a caller of these units sees, in the order of the alphabet.
    public static List<String> rowsSeenBy(String table, String... units) {
        try (Connection connection = TestDatabase.shared().connectAs(units)) {
            return rows(connection, "select t::text from \"" + table + "\" t order by 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> ask(String sql) {
        try (Connection connection = TestDatabase.shared().connect()) {
            return rows(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
