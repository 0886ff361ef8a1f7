package vn.monitoring.report.obligation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.turn.Turns;

/// Opens periods as their cut-off comes, also those that came while the service was down, and keeps what is owed in
/// step with the units: one that becomes known owes too, one that has ceased to be owes no longer.
///
/// Replicas take turns, regime by regime; that one was opened is noted with it.
@ApplicationScoped
class OpeningSchedule {

    private final PeriodOpening opening;
    private final SenderChanges changes;
    private final EntityManager entities;
    private final Turns turns;
    private final Clock clock;
    private @Nullable String seen;

    OpeningSchedule(PeriodOpening opening, SenderChanges changes, EntityManager entities, Turns turns, Clock clock) {
        this.opening = opening;
        this.changes = changes;
        this.entities = entities;
        this.turns = turns;
        this.clock = clock;
    }

    @Scheduled(
            every = "{monitoring.opening.every}",
            delayed = "5s",
            identity = "open-due-periods",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void openDuePeriods() {
        for (UUID regimeId : behind()) {
            QuarkusTransaction.requiringNew().run(() -> {
                if (turns.take("opening regime " + regimeId)) {
                    opening.openDue(regimeId);
                }
            });
        }
        followUnits();
    }

    /// Looks at the units again when they or the day have changed since this replica last did.
    private synchronized void followUnits() {
        String now = QuarkusTransaction.requiringNew().call(changes::fingerprint);
        if (now.equals(seen)) {
            return;
        }
        boolean done = QuarkusTransaction.requiringNew().call(() -> {
            boolean free = turns.take("following units");
            if (free) {
                changes.follow();
            }
            return free;
        });
        if (done) {
            seen = now;
        }
    }

    private List<UUID> behind() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery("""
                        select id from Regime where openedUntil < ?1 and (endsOn is null or openedUntil < endsOn)
                        order by id""", UUID.class)
                        .setParameter(1, LocalDate.now(clock).minusDays(1))
                        .getResultList());
    }
}
