package vn.monitoring.indicator.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.Grader;
import vn.monitoring.indicator.grading.GradingPolicy;
import vn.monitoring.indicator.measurement.MeasurementVerified;
import vn.monitoring.kit.outbox.Fact;
import vn.monitoring.kit.outbox.Outbox;

/// Grades sets of indicators: reads what they depend on in bulk, grades in memory, writes what changed in batches
/// and tells it, all in one transaction.
///
/// Grading the same again changes nothing and tells nothing. Two gradings of one indicator wait for each other on
/// its row in `grading_state`, taken in id order.
@ApplicationScoped
public class Regrading {

    private static final Logger LOG = Logger.getLogger(Regrading.class);
    private static final String TOPIC = "monitoring.grade";
    private static final String GRADE_CHANGED = "vn.monitoring.grade.changed.v1";

    private final FactsReader reader;
    private final GradeTable table;
    private final GradingPolicies policies;
    private final Outbox outbox;
    private final EntityManager entities;
    private final DataSource dataSource;
    private final Clock clock;

    Regrading(
            FactsReader reader,
            GradeTable table,
            GradingPolicies policies,
            Outbox outbox,
            EntityManager entities,
            DataSource dataSource,
            Clock clock) {
        this.reader = reader;
        this.table = table;
        this.policies = policies;
        this.outbox = outbox;
        this.entities = entities;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    void afterVerification(@Observes MeasurementVerified verified) {
        regrade(Set.of(verified.indicatorId()), verified.changedFrom());
    }

    /// Indicators that changed themselves since they were graded last are graded from the start, others from the
    /// given day or from the day of their last grading, whichever is earlier.
    ///
    /// @param from earliest day on which a grade may have changed
    /// @return how many grades changed
    @Transactional
    public int regrade(Collection<UUID> indicatorIds, LocalDate from) {
        if (indicatorIds.isEmpty()) {
            return 0;
        }
        entities.flush();
        Map<UUID, LastGrading> last = lock(indicatorIds);
        GradingPolicy policy = policies.current();
        Grader grader = new Grader(policy);
        LocalDate today = LocalDate.now(clock);
        Instant now = Instant.now(clock);
        List<IndicatorFacts> facts = reader.read(indicatorIds);
        Map<UUID, LocalDate> starts = new HashMap<>();
        for (IndicatorFacts indicator : facts) {
            LastGrading before = last.getOrDefault(indicator.indicatorId(), LastGrading.NEVER);
            starts.put(indicator.indicatorId(), before.start(indicator.version(), policy.version(), from));
        }
        LocalDate earliest = starts.values().stream().min(LocalDate::compareTo).orElse(from);
        Map<UUID, TreeMap<LocalDate, Grade>> stored = table.read(indicatorIds, earliest);
        List<Grade> changes = new ArrayList<>();
        List<Fact> events = new ArrayList<>();
        for (IndicatorFacts indicator : facts) {
            UUID id = indicator.indicatorId();
            Timeline timeline = new Timeline(indicator, grader, policy, today, now);
            GradeState.Subject subject = GradeState.Subject.of(indicator);
            for (Grade grade :
                    timeline.changes(starts.getOrDefault(id, from), stored.getOrDefault(id, new TreeMap<>()))) {
                changes.add(grade);
                events.add(new Fact(TOPIC, GRADE_CHANGED, id.toString(), now, GradeState.of(subject, grade)));
            }
        }
        table.write(changes);
        noteGraded(facts, policy.version(), today);
        outbox.append(events);
        if (!changes.isEmpty()) {
            LOG.infof("%d grades of %d indicators changed", changes.size(), facts.size());
        }
        return changes.size();
    }

    /// What an indicator was last graded against; nulls when never.
    private record LastGrading(
            @Nullable Long indicatorVersion,
            @Nullable Integer policyVersion,
            @Nullable LocalDate on) {

        static final LastGrading NEVER = new LastGrading(null, null, null);

        LocalDate start(long currentVersion, int currentPolicy, LocalDate asked) {
            boolean same = indicatorVersion != null
                    && indicatorVersion == currentVersion
                    && policyVersion != null
                    && policyVersion == currentPolicy;
            if (!same || on == null) {
                return LocalDate.EPOCH;
            }
            return on.isBefore(asked) ? on : asked;
        }
    }

    private Map<UUID, LastGrading> lock(Collection<UUID> indicatorIds) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into grading_state (indicator_id) select id from indicator where id = any (?) order by id
                        on conflict do nothing""");
                PreparedStatement lock = connection.prepareStatement("""
                        select * from grading_state where indicator_id = any (?) order by indicator_id for update""")) {
            Array ids = connection.createArrayOf("uuid", indicatorIds.toArray());
            insert.setArray(1, ids);
            insert.executeUpdate();
            lock.setArray(1, ids);
            Map<UUID, LastGrading> last = new HashMap<>();
            try (ResultSet row = lock.executeQuery()) {
                while (row.next()) {
                    last.put(
                            row.getObject("indicator_id", UUID.class),
                            new LastGrading(
                                    row.getObject("indicator_version", Long.class),
                                    row.getObject("policy_version", Integer.class),
                                    row.getObject("graded_on", LocalDate.class)));
                }
            }
            return last;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot lock the grading of indicators", e);
        }
    }

    private void noteGraded(List<IndicatorFacts> graded, int policyVersion, LocalDate today) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement note = connection.prepareStatement("""
                        update grading_state set indicator_version = ?, policy_version = ?, graded_on = ?
                        where indicator_id = ?""")) {
            for (IndicatorFacts indicator : graded) {
                note.setLong(1, indicator.version());
                note.setInt(2, policyVersion);
                note.setObject(3, today);
                note.setObject(4, indicator.indicatorId());
                note.addBatch();
            }
            note.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot note what was graded", e);
        }
    }
}
