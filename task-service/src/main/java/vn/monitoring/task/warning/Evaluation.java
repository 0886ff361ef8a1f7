package vn.monitoring.task.warning;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.shield.AsSystem;
import vn.monitoring.kit.turn.Turns;
import vn.monitoring.task.progress.UpdateWindows;
import vn.monitoring.task.timeliness.TimelinessRule;

/// Judges all tasks: on each new day, and when asked to.
///
/// First reads all of them without a lock and notes those for which something follows; these are then locked some
/// thousand at a time, judged once more and written, a transaction each. One replica at a time holds the advisory
/// lock. A run that was cut off goes on where it stopped: what was written is noted task by task until the day is done.
@ApplicationScoped
class Evaluation {

    private static final Logger LOG = Logger.getLogger(Evaluation.class);
    static final String TURN = "judging all tasks";
    private static final int STEP = 2_000;
    private static final int LONGEST_RUN_SECONDS = 3_600;

    private final Watching watching;
    private final DataSource dataSource;
    private final UpdateWindows windows;
    private final WarningRule rule;
    private final Turns turns;
    private final AsSystem asSystem;
    private final Clock clock;

    Evaluation(
            Watching watching,
            DataSource dataSource,
            UpdateWindows windows,
            TimelinessRule timeliness,
            Turns turns,
            AsSystem asSystem,
            Clock clock) {
        this.watching = watching;
        this.dataSource = dataSource;
        this.windows = windows;
        this.rule = new WarningRule(timeliness);
        this.turns = turns;
        this.asSystem = asSystem;
        this.clock = clock;
    }

    @Scheduled(
            every = "${monitoring.warnings.every:30s}",
            delayed = "5s",
            identity = "judge-all-tasks",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        LocalDate swept = QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return new Sweeps(connection).day();
            }
        });
        if (swept == null || swept.isBefore(LocalDate.now(clock))) {
            judgeAll();
        }
    }

    /// Judges all tasks for the days since the last time, and for today. As the system, whoever asks: the day counts as
    /// judged for all.
    ///
    /// @return empty when another replica is at it
    Optional<EvaluationResult> judgeAll() {
        return asSystem.call(() -> QuarkusTransaction.requiringNew()
                .timeout(LONGEST_RUN_SECONDS)
                .call(() -> {
                    try (Connection connection = dataSource.getConnection()) {
                        Sweeps sweeps = new Sweeps(connection);
                        return turns.take(TURN) ? Optional.of(judgeAll(connection, sweeps)) : Optional.empty();
                    }
                }));
    }

    private EvaluationResult judgeAll(Connection connection, Sweeps sweeps) throws SQLException {
        long start = System.nanoTime();
        LocalDate today = LocalDate.now(clock);
        LocalDate swept = sweeps.day();
        Tally tally = new Tally();
        UpdateWindows.Book book = windows.openAll();
        List<UUID> affected = listAffected(connection, book, swept, today, tally);
        for (int from = 0; from < affected.size(); from += STEP) {
            List<UUID> step = affected.subList(from, Math.min(from + STEP, affected.size()));
            tally.add(QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_RUN_SECONDS)
                    .call(() -> judge(step, book, swept, today)));
        }
        sweeps.note(today, clock.instant());
        EvaluationResult result = tally.result(swept, today, (System.nanoTime() - start) / 1_000_000);
        LOG.infof(
                "judged %d tasks for %s: %d warnings opened, %d closed, %d months, %d ms",
                result.tasks(), today, result.opened(), result.closed(), result.months(), result.milliseconds());
        return result;
    }

    private List<UUID> listAffected(
            Connection connection, UpdateWindows.Book book, @Nullable LocalDate swept, LocalDate today, Tally tally)
            throws SQLException {
        List<UUID> affected = new ArrayList<>();
        new WatchReader(rule, book).forEach(connection, row -> {
            tally.tasks++;
            row.watch().advance(row.judged(swept, today), today);
            if (row.watch().changed()) {
                affected.add(row.watch().task().id());
            }
        });
        return affected;
    }

    private List<TaskWatch> judge(
            List<UUID> taskIds, UpdateWindows.Book book, @Nullable LocalDate swept, LocalDate today)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Sweeps sweeps = new Sweeps(connection);
            sweeps.lock(taskIds);
            List<TaskWatch> changed = watching.judge(connection, taskIds, book, swept, today);
            sweeps.settle(taskIds, today);
            return changed;
        }
    }

    /// Counts what follows.
    private static final class Tally {
        private long tasks;
        private final long[] steps = new long[TaskWatch.Step.values().length];
        private long months;

        void add(List<TaskWatch> watches) {
            for (TaskWatch watch : watches) {
                watch.changes().forEach(change -> steps[change.step().ordinal()]++);
                months += watch.months().size();
            }
        }

        EvaluationResult result(@Nullable LocalDate swept, LocalDate today, long milliseconds) {
            return new EvaluationResult(
                    today,
                    swept,
                    tasks,
                    steps[TaskWatch.Step.OPENED.ordinal()],
                    steps[TaskWatch.Step.ESCALATED.ordinal()],
                    steps[TaskWatch.Step.REVISED.ordinal()],
                    steps[TaskWatch.Step.CLOSED.ordinal()],
                    months,
                    milliseconds);
        }
    }
}
