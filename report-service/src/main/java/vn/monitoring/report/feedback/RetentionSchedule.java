package vn.monitoring.report.feedback;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.monitoring.kit.turn.Turns;

/// Forgets who sent a feedback, and what he wrote, so many months after it was closed (Law 91/2025/QH15: no longer than
/// needed); the case stays for statistics.
///
/// One replica at a time, some hundred cases a transaction, until none is left.
@ApplicationScoped
class RetentionSchedule {

    private static final Logger LOG = Logger.getLogger(RetentionSchedule.class);

    private static final int STEP = 500;

    private final FeedbackRepository feedback;
    private final ContactLimit contacts;
    private final Turns turns;
    private final Clock clock;
    private final int months;

    RetentionSchedule(
            FeedbackRepository feedback,
            ContactLimit contacts,
            Turns turns,
            Clock clock,
            @ConfigProperty(name = "monitoring.feedback.retention-months") int months) {
        this.feedback = feedback;
        this.contacts = contacts;
        this.turns = turns;
        this.clock = clock;
        this.months = months;
    }

    @Scheduled(
            every = "{monitoring.feedback.retention-every}",
            delayed = "1m",
            identity = "forget-feedback-senders",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        turns.finish("forgetting senders", this::forgetSome);
    }

    private int forgetSome() {
        LocalDate today = LocalDate.now(clock);
        contacts.forgetBefore(today);
        int forgotten = feedback.forget(today.minusMonths(months), today, STEP);
        if (forgotten > 0) {
            LOG.infof("forgot the senders of %d feedback cases", forgotten);
        }
        return forgotten;
    }
}
