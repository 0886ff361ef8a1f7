package vn.monitoring.kit.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// All rows of the test database as they were at one moment, to be put back in some milliseconds after a test changed
/// them.
/// Facts that wait to be sent are not kept: they have been told.
public final class KeptRows {

    private static final String TABLES = """
            select c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                and c.relname <> 'flyway_schema_history'
            group by c.relname order by c.relname""";

    private final String putBack;

    private KeptRows(String putBack) {
        this.putBack = putBack;
    }

    /// Keeps the rows as they are now, in place of those that were kept before.
    public static KeptRows now() {
        try (Connection connection = TestDatabase.shared().superuser();
                Statement statement = connection.createStatement()) {
            List<String> all = new ArrayList<>();
            List<String> back = new ArrayList<>();
            List<String> keep = new ArrayList<>();
            try (ResultSet tables = statement.executeQuery(TABLES)) {
                while (tables.next()) {
                    String table = '"' + tables.getString(1) + '"';
                    String columns = tables.getString(2);
                    all.add("public." + table);
                    back.add("delete from public." + table);
                    if (!tables.getString(1).equals("outbox_event")) {
                        keep.add("create table kept.%s as select %s from public.%s".formatted(table, columns, table));
                        back.add("insert into public.%s (%s) overriding system value select %s from kept.%s"
                                .formatted(table, columns, columns, table));
                    }
                }
            }
            statement.execute("drop schema if exists kept cascade; create schema kept; " + String.join("; ", keep));
            return new KeptRows(
                    "lock table %s in exclusive mode; ".formatted(String.join(", ", all)) + String.join("; ", back));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Puts them back in one transaction, after what the application still writes. Tried again when the running
    /// application holds the same rows in another
    /// order.
    public void putBack() {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = TestDatabase.shared().superuser();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(putBack);
                connection.commit();
                return;
            } catch (SQLException e) {
                if (attempt == TestDatabase.ATTEMPTS || !TestDatabase.DEADLOCK.equals(e.getSQLState())) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
