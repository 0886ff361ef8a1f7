package vn.monitoring.kit.shield;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// Refuses to start where row-level security would not hold: superusers, and roles that may bypass it, see every row
/// without a word.
@ApplicationScoped
class RowSecurity {

    private static final int FIRST = 1;

    private final DataSource dataSource;

    RowSecurity(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent start) {
        try (Connection connection = dataSource.getConnection()) {
            requireThatItHolds(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask the database whether row-level security holds", e);
        }
    }

    /// @throws IllegalStateException when the connection's role is not subject to row-level security
    static void requireThatItHolds(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet role = statement.executeQuery("""
                        select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user""")) {
            role.next();
            if (role.getBoolean(2) || role.getBoolean(3)) {
                throw new IllegalStateException(
                        ("The database role %s is a superuser or has BYPASSRLS: row-level security would not hold for it."
                                        + " Let the service connect as a plain role that owns its tables.")
                                .formatted(role.getString(1)));
            }
        }
    }
}
