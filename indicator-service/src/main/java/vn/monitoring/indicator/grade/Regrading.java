package vn.monitoring.indicator.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.monitoring.indicator.grading.Grader;
import vn.monitoring.indicator.grading.GradingPolicy;
import vn.monitoring.indicator.measurement.MeasurementVerified;
import vn.monitoring.kit.outbox.Fact;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.shield.AsSystem;

/// Grades sets of indicators: reads what they depend on in bulk, grades in memory, writes what changed by COPY and
/// tells it, all in one transaction.
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
    private final GradingState state;
    private final AsSystem asSystem;
    private final Clock clock;

    Regrading(
            FactsReader reader,
            GradeTable table,
            GradingPolicies policies,
            Outbox outbox,
            EntityManager entities,
            GradingState state,
            AsSystem asSystem,
            Clock clock) {
        this.reader = reader;
        this.table = table;
        this.policies = policies;
        this.outbox = outbox;
        this.entities = entities;
        this.state = state;
        this.asSystem = asSystem;
        this.clock = clock;
    }

    void afterVerification(@Observes MeasurementVerified verified) {
        Outcome outcome = regrade(Set.of(verified.indicatorId()), verified.changedFrom());
        LOG.infof("%d grades of indicator %s changed", outcome.changes(), verified.indicatorId());
    }

    /// What a grading came to.
    ///
    /// @param indicators in plans in force
    /// @param changes    grades that are new or differ
    record Outcome(int indicators, int changes) {}

    /// Indicators that changed themselves since they were graded last are graded from the start, others from the
    /// given day, from the day of their mark or from the day of their last grading, whichever is the earliest.
    ///
    /// As the system, whoever's figure it was: grades are derived, from facts of the units around too.
    ///
    /// @param from earliest day on which a grade may have changed
    @Transactional
    Outcome regrade(Collection<UUID> indicatorIds, LocalDate from) {
        return indicatorIds.isEmpty() ? new Outcome(0, 0) : asSystem.call(() -> regradeInSight(indicatorIds, from));
    }

    private Outcome regradeInSight(Collection<UUID> indicatorIds, LocalDate from) {
        entities.flush();
        GradingPolicy policy = policies.current();
        LocalDate today = LocalDate.now(clock);
        Map<UUID, GradingState.Last> last = state.lock(indicatorIds);
        List<IndicatorFacts> facts = reader.read(indicatorIds);
        Map<UUID, LocalDate> starts = new HashMap<>();
        for (IndicatorFacts indicator : facts) {
            starts.put(
                    indicator.indicatorId(),
                    last.getOrDefault(indicator.indicatorId(), GradingState.Last.NEVER)
                            .start(indicator, policy.version(), from));
        }
        List<Timeline.Change> changes = changes(facts, starts, policy, today);
        table.write(changes);
        state.note(facts, policy.version(), today);
        outbox.append(events(facts, changes));
        return new Outcome(facts.size(), changes.size());
    }

    private List<Timeline.Change> changes(
            List<IndicatorFacts> facts, Map<UUID, LocalDate> starts, GradingPolicy policy, LocalDate today) {
        Grader grader = new Grader(policy);
        Instant now = Instant.now(clock);
        LocalDate earliest = starts.values().stream().min(LocalDate::compareTo).orElse(today);
        Map<UUID, TreeMap<LocalDate, Grade>> stored = table.read(starts.keySet(), earliest);
        List<Timeline.Change> changes = new ArrayList<>();
        for (IndicatorFacts indicator : facts) {
            UUID id = indicator.indicatorId();
            Timeline timeline = new Timeline(indicator, grader, policy, today, now);
            changes.addAll(timeline.changes(
                    starts.getOrDefault(id, LocalDate.EPOCH), stored.getOrDefault(id, new TreeMap<>())));
        }
        return changes;
    }

    private static List<Fact> events(List<IndicatorFacts> facts, List<Timeline.Change> changes) {
        Map<UUID, GradeState.Subject> subjects = new HashMap<>();
        facts.forEach(indicator -> subjects.put(indicator.indicatorId(), GradeState.Subject.of(indicator)));
        List<Fact> events = new ArrayList<>(changes.size());
        for (Timeline.Change change : changes) {
            Grade grade = change.grade();
            UUID id = grade.indicatorId();
            GradeState.Subject subject = Objects.requireNonNull(subjects.get(id), "a change of an indicator not read");
            events.add(new Fact(TOPIC, GRADE_CHANGED, id.toString(), grade.gradedAt(), GradeState.of(subject, grade)));
        }
        return events;
    }
}
