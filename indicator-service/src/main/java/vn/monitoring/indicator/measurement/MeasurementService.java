package vn.monitoring.indicator.measurement;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.outbox.Fact;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Page;

/// What is done with figures. Each step is one transaction with its history row, its event and, after a
/// verification, the grades that follow from it.
@ApplicationScoped
class MeasurementService {

    private static final Logger LOG = Logger.getLogger(MeasurementService.class);

    /// Ids that rise with time keep the index of the primary key compact.
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    private final MeasurementRepository measurements;
    private final MeasurementList lists;
    private final FigureIndicators indicators;
    private final FigureChecks checks;
    private final Scope scope;
    private final Caller caller;
    private final Outbox outbox;
    private final Event<MeasurementVerified> verified;
    private final Clock clock;

    MeasurementService(
            MeasurementRepository measurements,
            MeasurementList lists,
            FigureIndicators indicators,
            FigureChecks checks,
            Scope scope,
            Caller caller,
            Outbox outbox,
            Event<MeasurementVerified> verified,
            Clock clock) {
        this.measurements = measurements;
        this.lists = lists;
        this.indicators = indicators;
        this.checks = checks;
        this.scope = scope;
        this.caller = caller;
        this.outbox = outbox;
        this.verified = verified;
        this.clock = clock;
    }

    /// @throws Problem 404 for an indicator out of sight, 409 for a period unknown or closed and for a second
    ///     figure of the same period, 422 for figures that cannot be
    @Transactional
    MeasurementState submit(MeasurementRequest request) {
        FigureIndicator indicator = getIndicator(request.indicatorId());
        Period period = checks.requireTaking(indicator, request.period());
        request.figures().require(indicator.percentage(), period, LocalDate.now(clock));
        Measurement measurement = new Measurement(
                ids.generate(), indicator, period, request.figures(), request.remarks(), actor(), Instant.now(clock));
        if (!measurements.insertFirst(measurement)) {
            throw duplicate(measurements.getOfPeriod(indicator.id(), period.key()));
        }
        return tell(measurement, indicator, "submitted");
    }

    /// @throws Problem 404, 409 closed period, 412 stale, 422 figures that cannot be, 428
    @Transactional
    MeasurementState revise(UUID id, @Nullable String ifMatch, MeasurementRequest.Revision request) {
        Found found = getLocked(id, ifMatch);
        Measurement measurement = found.measurement();
        FigureIndicator indicator = found.indicator();
        checks.requireOpen(indicator, measurement.period());
        request.figures().require(indicator.percentage(), measurement.period(), LocalDate.now(clock));
        measurement.submit(indicator, request.figures(), request.remarks(), actor(), Instant.now(clock));
        return record(measurement, indicator, "revised");
    }

    /// @throws Problem 403 by the submitter, 404, 409 not awaiting verification or closed period, 412 stale, 428
    @Transactional
    MeasurementState verify(UUID id, @Nullable String ifMatch, MeasurementRequest.Verification request) {
        Found found = getLocked(id, ifMatch);
        Measurement measurement = found.measurement();
        FigureIndicator indicator = found.indicator();
        checks.requireOpen(indicator, measurement.period());
        LocalDate gradedUntilNow = measurements.findVerifiedAsOf(id).orElse(measurement.asOf());
        measurement.verify(request.note(), actor(), Instant.now(clock));
        MeasurementState state = record(measurement, indicator, "verified");
        LocalDate from = gradedUntilNow.isBefore(measurement.asOf()) ? gradedUntilNow : measurement.asOf();
        verified.fire(new MeasurementVerified(id, indicator.id(), from));
        return state;
    }

    /// @throws Problem as [#verify]
    @Transactional
    MeasurementState sendBack(UUID id, @Nullable String ifMatch, MeasurementRequest.Return request) {
        Found found = getLocked(id, ifMatch);
        Measurement measurement = found.measurement();
        FigureIndicator indicator = found.indicator();
        checks.requireOpen(indicator, measurement.period());
        measurement.sendBack(request.reason(), actor(), Instant.now(clock));
        return record(measurement, indicator, "returned");
    }

    @Transactional
    MeasurementState get(UUID id) {
        Measurement measurement = measurements.findByIdOptional(id).orElseThrow(Problem::notFound);
        return MeasurementState.from(
                measurement, getIndicator(measurement.indicatorId()).responsibleUnitCode());
    }

    Page<MeasurementState> list(MeasurementList.Filter filter, @Nullable String cursor, int limit) {
        if (filter.unitCode() != null) {
            scope.require(filter.unitCode());
        }
        return lists.list(filter, caller.unitCodes(), cursor, limit);
    }

    /// @throws Problem 404 when it is out of sight
    @Transactional
    Page<MeasurementState> history(UUID id, @Nullable String cursor, int limit) {
        get(id);
        return lists.history(id, caller.unitCodes(), cursor, limit);
    }

    private MeasurementState record(Measurement measurement, FigureIndicator indicator, String step) {
        measurements.flush();
        return tell(measurement, indicator, step);
    }

    private MeasurementState tell(Measurement measurement, FigureIndicator indicator, String step) {
        MeasurementState state = MeasurementState.from(measurement, indicator.responsibleUnitCode());
        outbox.append(new Fact(
                BatchEvent.TOPIC,
                "vn.monitoring.measurement." + step + ".v1",
                measurement.id().toString(),
                Instant.now(clock),
                state));
        LOG.debugf("measurement %s %s, revision %d", measurement.id(), step, measurement.revision());
        return state;
    }

    private FigureIndicator getIndicator(UUID id) {
        return indicators.get(id);
    }

    private record Found(Measurement measurement, FigureIndicator indicator) {}

    /// Out of sight comes before stale: a stranger does not learn that it exists.
    private Found getLocked(UUID id, @Nullable String ifMatch) {
        Measurement measurement = measurements.findLocked(id).orElseThrow(Problem::notFound);
        FigureIndicator indicator = getIndicator(measurement.indicatorId());
        ETags.requireMatch(ifMatch, measurement.version());
        return new Found(measurement, indicator);
    }

    private static Problem duplicate(Measurement existing) {
        return new Problem(
                        MeasurementProblem.MEASUREMENT_DUPLICATE,
                        "Chỉ tiêu này đã có số liệu kỳ %s. Hãy sửa số liệu đó (PUT /measurements/%s) thay vì gửi mới."
                                .formatted(existing.period(), existing.id()),
                        "This indicator has a figure for %s already. Revise it (PUT /measurements/%s) instead."
                                .formatted(existing.period(), existing.id()))
                .with("existingId", existing.id());
    }

    private Measurement.Actor actor() {
        return new Measurement.Actor(caller.subject(), caller.username(), caller.unitCodes());
    }
}
