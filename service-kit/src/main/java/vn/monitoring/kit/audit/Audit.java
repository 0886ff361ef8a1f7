package vn.monitoring.kit.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// What of the audit trail code has to do with: changes are written down by the database itself.
@ApplicationScoped
public class Audit {

    private final DataSource dataSource;

    Audit(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Writes down that the caller reads data that nobody may read unnoticed, such as a person's; in the current
    /// transaction, else in one of its own. Call it before the data is handed out.
    ///
    /// @param table where the data is
    /// @param key   of the row
    /// @param unit  the code of the unit it belongs to, null for none
    /// @param what  is read, in words: `name and address of the sender`
    public void access(String table, String key, @Nullable String unit, String what) {
        QuarkusTransaction.joiningExisting().run(() -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement note = connection.prepareStatement("select audit_access(?, ?, ?, ?)")) {
                note.setString(1, table);
                note.setString(2, key);
                note.setString(3, unit);
                note.setString(4, what);
                note.execute();
            } catch (SQLException e) {
                throw new IllegalStateException("cannot write down an access", e);
            }
        });
    }

    /// Names work that no request asked for, for the transactions begun in it. Without it the work bears the name of
    /// the
    /// class that began it.
    ///
    /// @param name    `system:` is put before it
    /// @param request the id of what is worked on, such as an event's
    /// @param what    is done
    public static void as(String name, @Nullable String request, @Nullable String what, Runnable work) {
        ScopedValue.where(Actors.NAMED, Actor.system(name, request, what)).run(work);
    }
}
