package vn.monitoring.indicator.grade;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/// Grades what is due: indicators that are new or whose targets changed, all of them under a new policy, and all
/// of them on a new day, when a milestone may have passed or a figure become too old.
///
/// One replica at a time holds the advisory lock; another one that comes meanwhile leaves. Idempotent: what is
/// graded is noted in `grading_state`, so that a run that was cut off goes on where it stopped.
@ApplicationScoped
public class DueGrading {

    static final long ADVISORY_LOCK = 0x6772616465L;
    private static final int AT_ONCE = 500;

    private final Regrading regrading;
    private final GradingPolicies policies;
    private final DataSource dataSource;
    private final Clock clock;

    DueGrading(Regrading regrading, GradingPolicies policies, DataSource dataSource, Clock clock) {
        this.regrading = regrading;
        this.policies = policies;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Scheduled(
            every = "${monitoring.grading.every:5s}",
            delayed = "2s",
            identity = "grade-what-is-due",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        gradeAllDue();
    }

    /// Grades in steps of 500 indicators, a transaction each, until nothing is due.
    ///
    /// @return how many indicators were graded; 0 also when another replica is at it
    public int gradeAllDue() {
        int all = 0;
        int step;
        do {
            step = QuarkusTransaction.requiringNew().timeout(300).call(this::gradeStep);
            all += step;
        } while (step == AT_ONCE);
        return all;
    }

    private int gradeStep() {
        if (!isMyTurn()) {
            return 0;
        }
        LocalDate today = LocalDate.now(clock);
        List<UUID> due = findDue(today, policies.current().version());
        regrading.regrade(due, today);
        return due.size();
    }

    private boolean isMyTurn() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, ADVISORY_LOCK);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask for the grading lock", e);
        }
    }

    private List<UUID> findDue(LocalDate today, int policyVersion) {
        List<UUID> due = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select i.id from indicator i join plan p on p.id = i.plan_id
                        left join grading_state s on s.indicator_id = i.id
                        where p.status = 'IN_FORCE' and (s.graded_on is null or s.graded_on < ?
                            or s.indicator_version <> i.version or s.policy_version <> ?)
                        order by i.id limit ?""")) {
            statement.setObject(1, today);
            statement.setInt(2, policyVersion);
            statement.setInt(3, AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    due.add(row.getObject("id", UUID.class));
                }
            }
            return due;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot find what is due for grading", e);
        }
    }
}
