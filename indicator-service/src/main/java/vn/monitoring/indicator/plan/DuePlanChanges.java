package vn.monitoring.indicator.plan;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import vn.monitoring.kit.turn.Turns;

/// Ends plans when their time is over, and ties plans to those above them once these are in.
///
/// One replica at a time. Idempotent: what has ended is not found again.
@ApplicationScoped
public class DuePlanChanges {

    private static final int AT_ONCE = 200;

    private final PlanLife life;
    private final Turns turns;

    DuePlanChanges(PlanLife life, Turns turns) {
        this.life = life;
        this.turns = turns;
    }

    @Scheduled(
            every = "${monitoring.plans.every:60s}",
            delayed = "6s",
            identity = "change-plans-that-are-due",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        applyAllDue();
    }

    /// In steps of 200 plans, a transaction each.
    ///
    /// @return how many plans were changed; 0 also when another replica is at it
    public int applyAllDue() {
        return turns.finish("changing plans", () -> life.applyDue(AT_ONCE));
    }
}
