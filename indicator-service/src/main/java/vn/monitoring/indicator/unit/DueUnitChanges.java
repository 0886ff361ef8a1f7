package vn.monitoring.indicator.unit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import vn.monitoring.kit.turn.Turns;

/// Makes changes of units current on the day from which they count.
///
/// One replica at a time. Idempotent: what is done is off the list in the same transaction, and bringing a unit up to
/// date again changes nothing but its version.
@ApplicationScoped
public class DueUnitChanges {

    private static final int AT_ONCE = 500;

    private final UnitDecisions decisions;
    private final Turns turns;

    DueUnitChanges(UnitDecisions decisions, Turns turns) {
        this.decisions = decisions;
        this.turns = turns;
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
        return turns.finish("changing units", () -> decisions.applyDue(AT_ONCE));
    }
}
