package vn.monitoring.indicator.plan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/// Ends plans when their time is over, and ties plans to those above them once these are in.
///
/// One replica at a time holds the advisory lock; another one that comes meanwhile leaves. Idempotent: what has ended
/// is not found again.
@ApplicationScoped
public class DuePlanChanges {

    private static final int AT_ONCE = 200;

    private final PlanLife life;
    private final PlanRepository plans;

    DuePlanChanges(PlanLife life, PlanRepository plans) {
        this.life = life;
        this.plans = plans;
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
        int all = 0;
        int step;
        do {
            step = QuarkusTransaction.requiringNew().call(() -> plans.isMyTurn() ? life.applyDue(AT_ONCE) : 0);
            all += step;
        } while (step > 0);
        return all;
    }
}
