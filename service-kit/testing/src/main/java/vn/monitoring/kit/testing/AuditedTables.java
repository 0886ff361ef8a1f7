package vn.monitoring.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Holds a service to its audit trail: every table of its database is audited, or named by `audit_exempt` with a
/// reason.
/// Called from within a `@QuarkusTest`, when the migrations have run.
public final class AuditedTables {

    /// Those that are watched, by kind of change: three triggers that write down and one that refuses to empty.
    private static final String FORGOTTEN = """
            select c.relname || ': ' || case
                when count(t.oid) = 0 and obj_description(c.oid, 'pg_class') is null
                    then 'neither audit_table nor audit_exempt was called in a migration'
                when count(t.oid) > 0 and obj_description(c.oid, 'pg_class') like 'not audited: %'
                    then 'is audited and exempt at once'
                else 'not all changes are watched; call audit_table again' end
            from pg_class c
            left join pg_trigger t on t.tgrelid = c.oid and t.tgenabled in ('O', 'A')
                and t.tgname in ('audit_insert_' || c.relname, 'audit_update_' || c.relname, 'audit_delete_' || c.relname,
                    'audit_truncate_' || c.relname)
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
            group by c.oid, c.relname
            having (count(t.oid) = 4) = (coalesce(obj_description(c.oid, 'pg_class'), '') ~ '^not audited: .{10}')
            order by c.relname""";

    /// The triggers refuse changes of a table that has grown; they would do so at the first write.
    private static final String GROWN = """
            select c.relname || ': has columns that its trail does not know; call audit_table again'
            from pg_class c
            join pg_trigger t on t.tgrelid = c.oid and t.tgname = 'audit_insert_' || c.relname
            join pg_proc p on p.oid = t.tgfoid
            where p.prosrc not like '%oid = tg_relid) <> ' || c.relnatts || ' then%'
            order by c.relname""";

    private AuditedTables() {}

    public static void check() {
        assertThat(ask(FORGOTTEN)).as("tables that the audit trail forgets").isEmpty();
        assertThat(ask(GROWN)).as("tables that the audit trail knows in part").isEmpty();
    }

    private static List<String> ask(String sql) {
        try (Connection connection = TestDatabase.shared().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
