package vn.monitoring.indicator.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.IndicatorsDue;
import vn.monitoring.indicator.period.PeriodClosures;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.outbox.Fact;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;

/// Verifies all figures of a period that await it, of a unit and all below it, in the caller's transaction. The grades
/// follow soon after its commit.
///
/// Left as they are: figures that the verifier submitted himself, and those of units for which the period is closed.
@ApplicationScoped
class PeriodVerification {

    private static final Logger LOG = Logger.getLogger(PeriodVerification.class);

    /// Looks each indicator's figure up, since the statistics of a period that just began know nothing of it. A figure
    /// takes effect from its own day on, or from the day of the figure that it replaces.
    private static final String VERIFY = """
            with waiting as materialized (
                select m.id, i.canonical_code, i.responsible_unit_code
                from unit top
                join unit u on u.path <@ top.path and u.path <@ any (array (select path from unit where code = any (?)))
                join indicator i on i.responsible_unit_code = u.code
                cross join lateral (
                    select id from measurement
                    where indicator_id = i.id and period = ? and status = 'SUBMITTED' and submitter_subject <> ?
                    offset 0) m
                where top.code = ? and not exists (
                    select from period_closure c join unit closed on closed.code = c.unit_code
                    where u.path <@ closed.path and c.reopened_at is null and c.period_start <= ? and c.period_end >= ?)
            ),
            verified as (
                update measurement m set status = 'VERIFIED', verified_by = ?, verifier_units = ?, verified_at = ?,
                    reason = ?, version = m.version + 1
                from waiting w
                where m.id = w.id and m.status = 'SUBMITTED'
                returning m.id, m.indicator_id, w.canonical_code, w.responsible_unit_code, m.numerator, m.denominator,
                    m.value, m.as_of, m.revision, m.version
            ),
            due as (
                insert into grading_due (indicator_id, changed_from)
                select v.indicator_id, least(v.as_of, (
                    select h.as_of from measurement_history h
                    where h.measurement_id = v.id and h.status = 'VERIFIED' order by h.version desc limit 1))
                from verified v order by v.indicator_id
                on conflict (indicator_id) do update
                    set changed_from = least(grading_due.changed_from, excluded.changed_from)
            )
            select * from verified order by responsible_unit_code, indicator_id
            """;

    private static final String OWN = """
            select count(*) from unit top
            join unit u on u.path <@ top.path and u.path <@ any (array (select path from unit where code = any (?)))
            join indicator i on i.responsible_unit_code = u.code
            join measurement m on m.indicator_id = i.id
            where top.code = ? and m.period = ? and m.status = 'SUBMITTED' and m.submitter_subject = ?
            """;

    private final DataSource dataSource;
    private final FigureTable figures;
    private final PeriodClosures closures;
    private final Outbox outbox;
    private final Event<IndicatorsDue> due;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    PeriodVerification(
            DataSource dataSource,
            FigureTable figures,
            PeriodClosures closures,
            Outbox outbox,
            Event<IndicatorsDue> due,
            Scope scope,
            Caller caller,
            Clock clock) {
        this.dataSource = dataSource;
        this.figures = figures;
        this.closures = closures;
        this.outbox = outbox;
        this.due = due;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param verified how many figures it was
    /// @param leftOwn  figures that still wait because the verifier submitted them
    @Schema(name = "PeriodVerification")
    record Result(
            String unitCode,

            @Schema(implementation = String.class, examples = "2026-Q3")
            Period period,

            int verified,
            int leftOwn,
            String verifiedBy,
            Instant verifiedAt) {}

    /// @throws Problem 404 for a unit out of sight, 409 for a period unknown or closed
    Result verify(String unitCode, String periodKey, @Nullable String note) {
        scope.require(unitCode);
        Period period = PeriodClosures.known(periodKey, LocalDate.now(clock));
        closures.requireOpen(unitCode, period);
        figures.lockForBulk(period.key());
        Instant now = Instant.now(clock);
        Map<String, List<BatchEvent.Item>> byUnit = update(unitCode, period, note, now);
        List<Fact> facts = new ArrayList<>(byUnit.size());
        int verified = 0;
        for (Map.Entry<String, List<BatchEvent.Item>> unit : byUnit.entrySet()) {
            verified += unit.getValue().size();
            facts.add(BatchEvent.verified(unit.getKey(), period, caller.username(), now, unit.getValue()));
        }
        outbox.append(facts);
        if (verified > 0) {
            due.fire(IndicatorsDue.marked());
        }
        LOG.infof("period %s of unit %s: %d figures verified", period, unitCode, verified);
        return new Result(unitCode, period, verified, countOwn(unitCode, period), caller.username(), now);
    }

    private Map<String, List<BatchEvent.Item>> update(
            String unitCode, Period period, @Nullable String note, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(VERIFY)) {
            Array callerUnits =
                    connection.createArrayOf("text", caller.unitCodes().toArray());
            statement.setArray(1, callerUnits);
            statement.setString(2, period.key());
            statement.setString(3, caller.subject());
            statement.setString(4, unitCode);
            statement.setObject(5, period.firstDay());
            statement.setObject(6, period.lastDay());
            statement.setString(7, caller.username());
            statement.setArray(8, callerUnits);
            statement.setObject(9, now.atOffset(ZoneOffset.UTC));
            statement.setString(10, note);
            Map<String, List<BatchEvent.Item>> byUnit = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    byUnit.computeIfAbsent(row.getString(4), _ -> new ArrayList<>())
                            .add(new BatchEvent.Item(
                                    row.getObject(1, UUID.class),
                                    row.getObject(2, UUID.class),
                                    row.getString(3),
                                    row.getBigDecimal(5),
                                    row.getBigDecimal(6),
                                    row.getBigDecimal(7),
                                    row.getObject(8, LocalDate.class),
                                    row.getInt(9),
                                    row.getLong(10)));
                }
            }
            return byUnit;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot verify a period", e);
        }
    }

    private int countOwn(String unitCode, Period period) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OWN)) {
            statement.setArray(
                    1, connection.createArrayOf("text", caller.unitCodes().toArray()));
            statement.setString(2, unitCode);
            statement.setString(3, period.key());
            statement.setString(4, caller.subject());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count figures", e);
        }
    }
}
