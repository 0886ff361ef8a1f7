package vn.monitoring.kit.shield;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import vn.monitoring.kit.problem.Problem;

/// Does in a caller's request what goes beyond his units on purpose: derived rows of units above, facts that are
/// published, rules that compare units. Whoever uses it says why, and gives out only what the caller may know.
///
/// Within a transaction the database is told at the beginning and at the end, with pending entity changes flushed at
/// both, so that each is judged by the sight in which it was made.
@ApplicationScoped
public class AsSystem {

    private static final String ABORTED = "25P02";

    private final DataSource dataSource;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;
    private final Sight sight;

    AsSystem(
            DataSource dataSource,
            EntityManager entities,
            TransactionSynchronizationRegistry transaction,
            Sight sight) {
        this.dataSource = dataSource;
        this.entities = entities;
        this.transaction = transaction;
        this.sight = sight;
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /// As [#call], about a unit that the database itself finds among the caller's.
    ///
    /// @throws Problem 404 when it is not
    public <T> T callAbout(String unitCode, Supplier<T> work) {
        if (!sight.current().equals(Sight.EVERYTHING) && !isInSight(unitCode)) {
            throw Problem.notFound();
        }
        return call(work);
    }

    private boolean isInSight(String unitCode) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement ask = connection.prepareStatement("select ? in (select scope_units())")) {
            ask.setString(1, unitCode);
            try (ResultSet row = ask.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask for the caller's units", e);
        }
    }

    public <T> T call(Supplier<T> work) {
        String before = sight.current();
        if (before.equals(Sight.EVERYTHING)) {
            return work.get();
        }
        if (!inTransaction()) {
            return ScopedValue.where(Sight.SAID, Sight.EVERYTHING).call(work::get);
        }
        entities.flush();
        tell(Sight.EVERYTHING);
        try {
            return ScopedValue.where(Sight.SAID, Sight.EVERYTHING).call(() -> {
                T result = work.get();
                if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
                    entities.flush();
                }
                return result;
            });
        } finally {
            if (inTransaction()) {
                tell(before);
            }
        }
    }

    private boolean inTransaction() {
        int status = transaction.getTransactionStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }

    /// For the rest of the transaction; a failed transaction cannot be told any more and shows nothing any more.
    private void tell(String scope) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement set = connection.prepareStatement("select set_config('monitoring.scope', ?, true)")) {
            set.setString(1, scope);
            set.execute();
        } catch (SQLException e) {
            if (!ABORTED.equals(e.getSQLState())) {
                throw new IllegalStateException("cannot tell the database whose rows to show", e);
            }
        }
    }
}
