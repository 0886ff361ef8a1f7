package vn.monitoring.report.incident;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/// Looks for incidents whose 24 hours have run out, also those that ran out while the service was down.
///
/// Replicas take turns by a transaction-level advisory lock; a look takes some hundred incidents a transaction until
/// none is left.
@ApplicationScoped
class AlarmSchedule {

    /// Key of the advisory lock: "incident".
    private static final long LOCK = 0x696e636964656e74L;

    private static final int STEP = 200;

    private final Incidents incidents;
    private final EntityManager entities;

    AlarmSchedule(Incidents incidents, EntityManager entities) {
        this.incidents = incidents;
        this.entities = entities;
    }

    @Scheduled(
            every = "{monitoring.incident.alarm-every}",
            delayed = "5s",
            identity = "raise-incident-alarms",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void raiseAlarms() {
        int raised = STEP;
        while (raised == STEP) {
            raised = QuarkusTransaction.requiringNew().call(() -> isMyTurn() ? incidents.raiseAlarms(STEP) : 0);
        }
    }

    private boolean isMyTurn() {
        return (boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(:key)", Boolean.class)
                .setParameter("key", LOCK)
                .getSingleResult();
    }
}
