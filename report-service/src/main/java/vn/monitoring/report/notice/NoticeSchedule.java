package vn.monitoring.report.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/// Looks for senders to remind, one replica at a time by a transaction-level advisory lock.
@ApplicationScoped
class NoticeSchedule {

    /// Key of the advisory lock: "notice".
    private static final long LOCK = 0x6e6f74696365L;

    private final Notices notices;
    private final EntityManager entities;

    NoticeSchedule(Notices notices, EntityManager entities) {
        this.notices = notices;
        this.entities = entities;
    }

    @Scheduled(
            every = "{monitoring.notices.every}",
            delayed = "30s",
            identity = "tell-report-notices",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellDueNotices() {
        QuarkusTransaction.requiringNew().run(() -> {
            if (isMyTurn()) {
                notices.tellDue();
            }
        });
    }

    private boolean isMyTurn() {
        return (boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(:key)", Boolean.class)
                .setParameter("key", LOCK)
                .getSingleResult();
    }
}
