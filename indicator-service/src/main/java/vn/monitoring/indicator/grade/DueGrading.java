package vn.monitoring.indicator.grade;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.monitoring.indicator.grading.IndicatorsDue;
import vn.monitoring.kit.turn.Turns;

/// Grades what is due: indicators that are new, changed or marked, those that are held against a province whose sums
/// moved, and all of them under a new policy and on a new day, when a milestone may have passed or a figure become too
/// old.
///
/// Works in steps of some thousand indicators, several at a time, each in a transaction of its own. One replica at a
/// time holds the advisory lock; another one that comes meanwhile leaves. Idempotent: what is graded is noted, so that
/// a
/// run that was cut off goes on where it stopped.
@ApplicationScoped
public class DueGrading {

    private static final Logger LOG = Logger.getLogger(DueGrading.class);
    static final String TURN = "grading";

    /// A few megabytes a step: enough that the cost of a transaction vanishes, little enough for a small heap.
    private static final int STEP = 1_000;

    private static final int PROGRESS_EVERY = 20_000;
    private static final int LONGEST_RUN_SECONDS = 3_600;

    private final Regrading regrading;
    private final GradingPolicies policies;
    private final DueIndicators due;
    private final Turns turns;
    private final Clock clock;
    private final Timer duration;
    private final ExecutorService workers;
    private final ExecutorService woken = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock oneRunAtATime = new ReentrantLock();
    private final AtomicBoolean wakeUpWaits = new AtomicBoolean();

    DueGrading(
            Regrading regrading,
            GradingPolicies policies,
            DueIndicators due,
            Turns turns,
            Clock clock,
            MeterRegistry registry,
            @ConfigProperty(name = "monitoring.grading.workers", defaultValue = "4") int workers) {
        this.regrading = regrading;
        this.policies = policies;
        this.due = due;
        this.turns = turns;
        this.clock = clock;
        this.duration = Timer.builder("monitoring.grading.duration")
                .description("How long it took to grade all that was due, each time when something was")
                .register(registry);
        this.workers = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().daemon().name("grading-", 1).factory());
    }

    @Scheduled(
            every = "${monitoring.grading.every:5s}",
            delayed = "2s",
            identity = "grade-what-is-due",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        gradeAllDue();
    }

    void stop(@Observes ShutdownEvent event) {
        woken.shutdownNow();
        workers.shutdown();
    }

    /// In the transaction of the change: marked when it commits, and only then.
    void mark(@Observes IndicatorsDue indicators) {
        if (!indicators.indicatorIds().isEmpty()) {
            due.mark(indicators.indicatorIds(), indicators.changedFrom());
        }
    }

    void wakeAfterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) IndicatorsDue indicators) {
        wake();
    }

    /// Has what is due graded soon, in the background. Any number of calls before that happens count as one.
    public void wake() {
        if (wakeUpWaits.compareAndSet(false, true)) {
            woken.execute(() -> {
                wakeUpWaits.set(false);
                gradeAllDue();
            });
        }
    }

    /// Grades until nothing is due.
    ///
    /// @return how many indicators were graded; 0 also when another replica is at it
    public int gradeAllDue() {
        oneRunAtATime.lock();
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_RUN_SECONDS)
                    .call(() -> turns.take(TURN) ? gradeWhatIsDue() : 0);
        } finally {
            oneRunAtATime.unlock();
        }
    }

    private int gradeWhatIsDue() {
        LocalDate today = LocalDate.now(clock);
        int policy = policies.current().version();
        boolean swept = due.isSwept(today, policy);
        TreeSet<UUID> ids = new TreeSet<>(due.listMarked());
        ids.addAll(due.listOvertakenByProvince());
        if (!swept) {
            ids.addAll(due.listStale(today, policy));
        }
        int graded = ids.isEmpty() ? 0 : gradeInSteps(List.copyOf(ids), today);
        if (!swept) {
            due.noteSwept(today, policy);
        }
        return graded;
    }

    private int gradeInSteps(List<UUID> ids, LocalDate today) {
        long start = System.nanoTime();
        AtomicInteger looked = new AtomicInteger();
        AtomicInteger changes = new AtomicInteger();
        List<Future<Integer>> steps = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += STEP) {
            List<UUID> step = ids.subList(from, Math.min(from + STEP, ids.size()));
            steps.add(workers.submit(() -> {
                Regrading.Outcome outcome = QuarkusTransaction.requiringNew()
                        .timeout(LONGEST_RUN_SECONDS)
                        .call(() -> regrading.regrade(step, today));
                changes.addAndGet(outcome.changes());
                int before = looked.getAndAdd(step.size());
                if (before / PROGRESS_EVERY < (before + step.size()) / PROGRESS_EVERY) {
                    LOG.infof("looked at %d of %d indicators", before + step.size(), ids.size());
                }
                return outcome.indicators();
            }));
        }
        int graded = steps.stream().mapToInt(DueGrading::await).sum();
        duration.record(Duration.ofNanos(System.nanoTime() - start));
        LOG.infof(
                "%d indicators graded, %d grades changed, %d ms",
                graded, changes.get(), (System.nanoTime() - start) / 1_000_000);
        return graded;
    }

    private static int await(Future<Integer> step) {
        try {
            return step.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a step of grading failed and will be tried again", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while grading", e);
        }
    }
}
