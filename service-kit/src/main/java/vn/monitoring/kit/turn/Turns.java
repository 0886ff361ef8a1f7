package vn.monitoring.kit.turn;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.IntSupplier;
import javax.sql.DataSource;

/// Lets the replicas of a service take turns at work that has a name: who holds the turn does it, another one that
/// comes
/// meanwhile leaves. A turn is an advisory lock of a transaction, so that it ends with it, also when its holder dies.
///
/// The work must be idempotent and note what it has done: a turn that was cut off is taken again by whoever comes next.
@ApplicationScoped
public class Turns {

    /// Takes the turn of the name that is its one parameter.
    public static final String TAKE = "select pg_try_advisory_xact_lock(hashtextextended('turn of ' || ?, 0))";

    private final DataSource dataSource;

    Turns(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Whether this replica may do the work now; it then holds the turn until the end of the present transaction.
    public boolean take(String work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement(TAKE)) {
            lock.setString(1, work);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot take the turn of " + work, e);
        }
    }

    /// Does the work in steps, each under the turn in a transaction of its own, until a step finds nothing to do.
    ///
    /// @param step does some of it and tells how much; 0 when nothing is left
    /// @return how much was done; 0 also when another replica is at it
    public int finish(String work, IntSupplier step) {
        int all = 0;
        int done;
        do {
            done = QuarkusTransaction.requiringNew().call(() -> take(work) ? step.getAsInt() : 0);
            all += done;
        } while (done > 0);
        return all;
    }
}
