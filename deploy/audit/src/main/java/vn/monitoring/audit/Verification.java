package vn.monitoring.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Verifies the trail of one service: its chains against themselves and against the heads that were signed, the
/// triggers that write it, and on demand its tables against what the trail says of them. One snapshot, read only.
public final class Verification {

    private final Path headsFolder;
    private final PublicKey key;
    private final boolean data;

    /// @param data whether the rows of the audited tables are compared too
    Verification(Path headsFolder, PublicKey key, boolean data) {
        this.headsFolder = headsFolder;
        this.key = key;
        this.data = data;
    }

    /// @param signedLines how many lines of signed heads there are
    /// @param signedUpTo  when the last of them was signed
    /// @param tables      how many tables are audited
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Result(
            String service,
            long entries,
            int chains,
            int signedLines,
            @Nullable String signedUpTo,
            int tables,
            boolean dataCompared,
            List<Finding> findings) {}

    Result of(String service, String url, String role, String password) throws SQLException {
        SignedHeads heads = SignedHeads.read(headsFolder, service, key);
        List<Finding> findings = new ArrayList<>(heads.findings());
        try (Connection connection = DriverManager.getConnection(url, role, password)) {
            seeAllUnits(connection);
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            ChainWalk walk = new ChainWalk(connection, heads);
            findings.addAll(walk.run());
            findings.addAll(unwatched(connection));
            List<String> tables = audited(connection);
            if (data) {
                findings.addAll(new Rows(connection).compare(tables));
            }
            return new Result(
                    service,
                    walk.entries(),
                    walk.chains(),
                    heads.lines(),
                    heads.lastAt(),
                    tables.size(),
                    data,
                    findings);
        }
    }

    /// Row-level security would hide the business rows of all units from who does not say that he works for the system.
    private static void seeAllUnits(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set monitoring.scope = 'system'");
        }
    }

    private static List<String> audited(Connection connection) throws SQLException {
        return texts(connection, """
                select distinct table_name from audit_entry e
                where kind <> 'ACCESS' and to_regclass(quote_ident(table_name)) is not null
                union
                select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
                where t.tgname = 'audit_insert_' || c.relname
                order by 1""");
    }

    private static List<Finding> unwatched(Connection connection) throws SQLException {
        return texts(connection, """
                select c.relname from pg_class c
                left join pg_trigger t on t.tgrelid = c.oid and t.tgenabled in ('O', 'A')
                    and t.tgname in ('audit_insert_' || c.relname, 'audit_update_' || c.relname, 'audit_delete_' || c.relname,
                        'audit_truncate_' || c.relname)
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                    and c.relname <> 'flyway_schema_history'
                    and coalesce(obj_description(c.oid, 'pg_class'), '') not like 'not audited: %'
                group by c.relname having count(t.oid) < 4
                union all
                select 'audit_entry' where not exists (
                    select from pg_trigger where tgrelid = 'audit_entry'::regclass and tgenabled in ('O', 'A')
                        and tgname = 'tr_audit_entry_append_only')
                order by 1""").stream()
                .map(table -> new Finding(
                        Finding.Kind.TABLE_UNWATCHED,
                        table,
                        table,
                        null,
                        table.equals("audit_entry")
                                ? "the trigger that keeps the trail from being changed is gone or switched off"
                                : "its changes are not written down: its triggers are gone or switched off"))
                .toList();
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }
}
