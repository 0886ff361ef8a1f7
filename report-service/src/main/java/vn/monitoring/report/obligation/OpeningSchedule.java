package vn.monitoring.report.obligation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Opens periods as their cut-off comes, also those that came while the service was down.
///
/// Replicas take turns: a regime is opened under a transaction-level advisory lock, and noted with it.
@ApplicationScoped
class OpeningSchedule {

    /// Namespace of the advisory locks: "open".
    private static final int LOCK_SPACE = 0x6f70656e;

    private final PeriodOpening opening;
    private final EntityManager entities;
    private final Clock clock;

    OpeningSchedule(PeriodOpening opening, EntityManager entities, Clock clock) {
        this.opening = opening;
        this.entities = entities;
        this.clock = clock;
    }

    @Scheduled(
            every = "{monitoring.opening.every}",
            delayed = "5s",
            identity = "open-due-periods",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void openDuePeriods() {
        for (UUID regimeId : behind()) {
            QuarkusTransaction.requiringNew().run(() -> openIfFree(regimeId));
        }
    }

    private List<UUID> behind() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery("select id from Regime where openedUntil < ?1 order by id", UUID.class)
                        .setParameter(1, LocalDate.now(clock).minusDays(1))
                        .getResultList());
    }

    private void openIfFree(UUID regimeId) {
        boolean free = (boolean)
                entities.createNativeQuery("select pg_try_advisory_xact_lock(:space, hashtext(:regime))", Boolean.class)
                        .setParameter("space", LOCK_SPACE)
                        .setParameter("regime", regimeId.toString())
                        .getSingleResult();
        if (free) {
            opening.openDue(regimeId);
        }
    }
}
