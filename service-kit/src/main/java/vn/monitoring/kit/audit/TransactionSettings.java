package vn.monitoring.kit.audit;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGConnection;
import vn.monitoring.kit.shield.Sight;

/// Tells the database who acts and whose rows he may see, whenever a connection leaves the pool.
///
/// In a transaction both are settings of the transaction, told by one statement: they end with it, so that no one's
/// identity can be left on a connection for its next user, and a rollback leaves none either.
///
/// Outside of a transaction (reads) only the sight is told, as a setting of the session; not when the same was the
/// last that this session was told. A transaction cannot undo it, since it is never set within one. What writes
/// without a transaction is written down as the database's role and the application's name.
@Singleton
public class TransactionSettings implements AgroalPoolInterceptor {

    private final Actors actors;
    private final Sight sight;

    /// What each session was told last; a session that is not here sees nothing.
    private final Map<PGConnection, String> told = new ConcurrentHashMap<>();

    TransactionSettings(Actors actors, Sight sight) {
        this.actors = actors;
        this.sight = sight;
    }

    /// A connection that takes part in a transaction has left auto-commit by then, and stays the transaction's until
    /// its end.
    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            if (connection.getAutoCommit()) {
                tellSession(connection);
            } else {
                tellTransaction(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot tell the database who acts", e);
        }
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        try {
            told.remove(connection.unwrap(PGConnection.class));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot forget a connection", e);
        }
    }

    private void tellTransaction(Connection connection) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(
                "select set_config('monitoring.caller', ?, true), set_config('monitoring.scope', ?, true)")) {
            set.setString(1, actors.current().json());
            set.setString(2, sight.current());
            set.execute();
        }
    }

    private void tellSession(Connection connection) throws SQLException {
        String scope = sight.current();
        PGConnection session = connection.unwrap(PGConnection.class);
        if (scope.equals(told.get(session))) {
            return;
        }
        told.remove(session);
        try (PreparedStatement set = connection.prepareStatement("select set_config('monitoring.scope', ?, false)")) {
            set.setString(1, scope);
            set.execute();
        }
        told.put(session, scope);
    }
}
