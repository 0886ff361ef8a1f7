package vn.monitoring.kit.audit;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Tells the database who acts, once for each transaction: as a setting of the transaction, which ends with it. So no
/// one's identity can be left on a connection for its next user, and a rollback leaves none either.
///
/// A connection that is taken outside of a transaction (reads) is told nothing and costs nothing. What writes without a
/// transaction is written down as the database's role and the application's name.
@Singleton
public class TransactionSettings implements AgroalPoolInterceptor {

    private final Actors actors;

    TransactionSettings(Actors actors) {
        this.actors = actors;
    }

    /// Runs when a connection leaves the pool; one that takes part in a transaction has left auto-commit by then, and
    /// stays the transaction's until its end.
    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            if (connection.getAutoCommit()) {
                return;
            }
            try (PreparedStatement set =
                    connection.prepareStatement("select set_config('monitoring.caller', ?, true)")) {
                set.setString(1, actors.current().json());
                set.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot tell the database who acts", e);
        }
    }
}
