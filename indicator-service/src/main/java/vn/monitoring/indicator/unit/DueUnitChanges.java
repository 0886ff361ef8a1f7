package vn.monitoring.indicator.unit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Makes changes of units current on the day from which they count.
///
/// One replica at a time holds the advisory lock; another one that comes meanwhile leaves. Idempotent: what is done is
/// off the list in the same transaction, and bringing a unit up to date again changes nothing but its version.
@ApplicationScoped
public class DueUnitChanges {

    private static final long ADVISORY_LOCK = 0x756e697473L;
    private static final int AT_ONCE = 500;

    private final UnitDecisions decisions;
    private final DataSource dataSource;

    DueUnitChanges(UnitDecisions decisions, DataSource dataSource) {
        this.decisions = decisions;
        this.dataSource = dataSource;
    }

    @Scheduled(
            every = "${monitoring.units.every:60s}",
            delayed = "5s",
            identity = "change-units-that-are-due",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        applyAllDue();
    }

    /// In steps of 500 units, a transaction each.
    ///
    /// @return how many units were brought up to date; 0 also when another replica is at it
    public int applyAllDue() {
        int all = 0;
        int step;
        do {
            step = QuarkusTransaction.requiringNew().call(() -> isMyTurn() ? decisions.applyDue(AT_ONCE) : 0);
            all += step;
        } while (step > 0);
        return all;
    }

    private boolean isMyTurn() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, ADVISORY_LOCK);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask for the lock on due changes", e);
        }
    }
}
