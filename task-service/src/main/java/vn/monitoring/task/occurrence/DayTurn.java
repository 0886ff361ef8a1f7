package vn.monitoring.task.occurrence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.monitoring.kit.turn.Turns;

/// Turns the day for what recurs: marks what was missed, generates a year ahead, and moves the due days of recurring
/// tasks to their next period.
///
/// One replica at a time holds the advisory lock; another one that comes meanwhile leaves. Catches up after
/// downtime: the rule asks what holds today, however many days have passed. Works in steps of a thousand
/// tasks, each in a transaction of its own; the day is noted after the last, so that a run that was cut off
/// is done again, to the same effect.
@ApplicationScoped
public class DayTurn {

    private static final Logger LOG = Logger.getLogger(DayTurn.class);
    private static final int STEP = 1_000;
    private static final int LONGEST_RUN_SECONDS = 3_600;

    private final RecurringTasks recurring;
    private final Occurrences occurrences;
    private final Turns turns;
    private final Clock clock;

    DayTurn(RecurringTasks recurring, Occurrences occurrences, Turns turns, Clock clock) {
        this.recurring = recurring;
        this.occurrences = occurrences;
        this.turns = turns;
        this.clock = clock;
    }

    @Scheduled(
            every = "{monitoring.occurrences.every}",
            delayed = "7s",
            identity = "turn-the-day-of-occurrences",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        turn();
    }

    /// @return how many occurrences changed; 0 when the day was turned before or another replica is at it
    public int turn() {
        LocalDate today = LocalDate.now(clock);
        return QuarkusTransaction.requiringNew()
                .timeout(LONGEST_RUN_SECONDS)
                .call(() -> turns.take("turning the day") && !recurring.isTurned(today) ? turn(today) : 0);
    }

    private int turn(LocalDate today) {
        long start = System.nanoTime();
        List<UUID> due = recurring.listDue(today);
        int changed = 0;
        for (int from = 0; from < due.size(); from += STEP) {
            List<UUID> step = due.subList(from, Math.min(from + STEP, due.size()));
            changed += QuarkusTransaction.requiringNew().call(() -> turn(step, today));
        }
        recurring.noteTurned(today);
        LOG.infof(
                "turned to %s: %d recurring tasks, %d occurrences changed, %d ms",
                today, due.size(), changed, (System.nanoTime() - start) / 1_000_000);
        return changed;
    }

    private int turn(List<UUID> step, LocalDate today) {
        List<OccurrenceRule.Given> given = recurring.lock(step);
        recurring.moveDueDays(given, today);
        return occurrences.keep(given, today);
    }
}
