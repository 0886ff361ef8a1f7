package vn.monitoring.indicator.grade;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.Baseline;
import vn.monitoring.indicator.grading.ExpectedLine;
import vn.monitoring.indicator.grading.Grader;
import vn.monitoring.indicator.grading.GradingCase;
import vn.monitoring.indicator.grading.GradingPolicy;
import vn.monitoring.indicator.grading.Judgement;
import vn.monitoring.indicator.grading.Observation;
import vn.monitoring.indicator.grading.PathPoint;
import vn.monitoring.indicator.grading.TargetPoint;
import vn.monitoring.kit.problem.Problem;

/// Puts together what a chart of one indicator shows.
@ApplicationScoped
class SeriesReader {

    private static final int QUARTER = 3;
    private static final int LONGEST_YEARS = 25;

    private final FactsReader facts;
    private final StatedPaths paths;
    private final GradingPolicies policies;
    private final DataSource dataSource;
    private final Clock clock;

    SeriesReader(FactsReader facts, StatedPaths paths, GradingPolicies policies, DataSource dataSource, Clock clock) {
        this.facts = facts;
        this.paths = paths;
        this.policies = policies;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /// @throws Problem 404 for an indicator whose plan is not in force
    IndicatorSeries read(UUID indicatorId) {
        IndicatorFacts indicator =
                facts.read(List.of(indicatorId)).stream().findFirst().orElseThrow(Problem::notFound);
        LocalDate today = LocalDate.now(clock);
        GradingPolicy policy = policies.current();
        GradingCase now = indicator.on(today);
        StatedPaths.StatedPath stated = paths.find(indicatorId).orElse(null);
        try (Connection connection = dataSource.getConnection()) {
            return new IndicatorSeries(
                    indicatorId,
                    indicator.name(),
                    indicator.measureUnit(),
                    now.direction().name(),
                    baseline(now),
                    milestones(indicator, today),
                    new ExpectedLine(policy).on(now, days(now)),
                    stated,
                    measured(connection, indicatorId),
                    projection(new Grader(policy).grade(now)),
                    history(connection, indicatorId));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the series of an indicator", e);
        }
    }

    private static @Nullable Baseline baseline(GradingCase now) {
        if (now.baseline() != null) {
            return now.baseline();
        }
        for (Observation observation : now.observations()) {
            if (observation.figure() != null) {
                return new Baseline(observation.asOf(), observation.figure().value(), true);
            }
        }
        return null;
    }

    private static List<IndicatorSeries.Milestone> milestones(IndicatorFacts indicator, LocalDate today) {
        return indicator.targets().stream()
                .filter(dated -> dated.isValidOn(today))
                .map(dated -> new IndicatorSeries.Milestone(
                        dated.id(),
                        dated.target().due(),
                        dated.target().raw(),
                        dated.target().kind(),
                        dated.target().comparator(),
                        dated.target().low(),
                        dated.target().high(),
                        dated.target().standing().name()))
                .toList();
    }

    private static @Nullable PathPoint projection(Judgement judgement) {
        TargetPoint target = judgement.target();
        return target == null || judgement.projection() == null
                ? null
                : new PathPoint(target.due(), judgement.projection());
    }

    /// Ends of quarters from the start to the last milestone, and the days on which the line may bend.
    private static TreeSet<LocalDate> days(GradingCase now) {
        TreeSet<LocalDate> days = new TreeSet<>();
        days.add(now.date());
        Baseline baseline = baseline(now);
        if (baseline != null) {
            days.add(baseline.date());
        }
        now.targets().stream().map(TargetPoint::due).forEach(days::add);
        now.pathPoints().stream().map(PathPoint::date).forEach(days::add);
        LocalDate last = days.getLast();
        YearMonth month = YearMonth.from(days.getFirst());
        YearMonth end = YearMonth.from(last);
        YearMonth longest = month.plusYears(LONGEST_YEARS);
        for (; !month.isAfter(end) && !month.isAfter(longest); month = month.plusMonths(1)) {
            if (Month.from(month).getValue() % QUARTER == 0) {
                days.add(month.atEndOfMonth());
            }
        }
        days.removeIf(day -> day.isAfter(last));
        return days;
    }

    private static List<IndicatorSeries.Measured> measured(Connection connection, UUID indicatorId)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select id, period, as_of, value, numerator, denominator, status, source,
                    coalesce(verified_at, submitted_at) as event_time
                from measurement where indicator_id = ? and status in ('SUBMITTED', 'VERIFIED')
                union all
                select measurement_id, period, as_of, value, numerator, denominator, 'VERIFIED', source, verified_at
                from verified_figure where indicator_id = ? and measurement_id in (
                    select id from measurement where indicator_id = ? and status <> 'VERIFIED')
                order by as_of, period, status""")) {
            statement.setObject(1, indicatorId);
            statement.setObject(2, indicatorId);
            statement.setObject(3, indicatorId);
            List<IndicatorSeries.Measured> points = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    points.add(new IndicatorSeries.Measured(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getObject(3, LocalDate.class),
                            row.getBigDecimal(4),
                            row.getBigDecimal(5),
                            row.getBigDecimal(6),
                            row.getString(7),
                            row.getString(8),
                            row.getTimestamp(9).toInstant()));
                }
            }
            return points;
        }
    }

    private static List<IndicatorSeries.PastTarget> history(Connection connection, UUID indicatorId)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select id, due_date, raw, kind, low, high, valid_from, valid_to, decision_document
                from target where indicator_id = ? order by due_date nulls last, valid_from, id""")) {
            statement.setObject(1, indicatorId);
            List<IndicatorSeries.PastTarget> targets = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    targets.add(new IndicatorSeries.PastTarget(
                            row.getObject(1, UUID.class),
                            row.getObject(2, LocalDate.class),
                            row.getString(3),
                            row.getString(4),
                            row.getBigDecimal(5),
                            row.getBigDecimal(6),
                            row.getObject(7, LocalDate.class),
                            row.getObject(8, LocalDate.class),
                            row.getString(9)));
                }
            }
            return targets;
        }
    }
}
