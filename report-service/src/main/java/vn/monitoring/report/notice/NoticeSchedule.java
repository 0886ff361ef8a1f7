package vn.monitoring.report.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import vn.monitoring.kit.turn.Turns;

/// Looks for senders to remind, one replica at a time.
@ApplicationScoped
class NoticeSchedule {

    private final Notices notices;
    private final Turns turns;

    NoticeSchedule(Notices notices, Turns turns) {
        this.notices = notices;
        this.turns = turns;
    }

    @Scheduled(
            every = "{monitoring.notices.every}",
            delayed = "30s",
            identity = "tell-report-notices",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellDueNotices() {
        QuarkusTransaction.requiringNew().run(() -> {
            if (turns.take("telling notices")) {
                notices.tellDue();
            }
        });
    }
}
