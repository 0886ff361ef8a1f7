package vn.monitoring.report.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.calendar.WorkCalendar;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;
import vn.monitoring.report.ReportProblem;
import vn.monitoring.report.period.ReportFrequency;
import vn.monitoring.report.period.ReportPeriod;
import vn.monitoring.report.period.SenderLevel;
import vn.monitoring.report.period.Window;
import vn.monitoring.report.regime.OpenPeriod;
import vn.monitoring.report.regime.OpenPeriods;
import vn.monitoring.report.regime.Regime;

/// Opens a period under the regime as it stands: one obligation for each sender, once.
@ApplicationScoped
public class PeriodOpening {

    private static final Logger LOG = Logger.getLogger(PeriodOpening.class);

    private final ObligationRepository obligations;
    private final OpenPeriods periods;
    private final Owing owing;
    private final WorkCalendar workCalendar;
    private final ReportFacts facts;
    private final EntityManager entities;
    private final Caller caller;
    private final Clock clock;

    PeriodOpening(
            ObligationRepository obligations,
            OpenPeriods periods,
            Owing owing,
            WorkCalendar workCalendar,
            ReportFacts facts,
            EntityManager entities,
            Caller caller,
            Clock clock) {
        this.obligations = obligations;
        this.periods = periods;
        this.owing = owing;
        this.workCalendar = workCalendar;
        this.facts = facts;
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    /// What opening did.
    ///
    /// @param created how many obligations are new
    /// @param obligations all of the period, in unit order
    record Opened(OpenPeriod period, int created, List<Obligation> obligations) {}

    /// Opens a period of the regime that has begun. Opening it again adds nothing but senders that are new.
    @Transactional
    Opened open(Regime regime, ReportPeriod asked) {
        Period period = asked.regular();
        if (period == null || !regime.has(asked.frequency())) {
            throw new Problem(
                            ReportProblem.PERIOD_NOT_OF_REGIME,
                            "Chế độ này không có kỳ " + asked + ". Hãy chọn kỳ đúng tần suất của chế độ.",
                            "This regime has no period " + asked + ". Choose one of the regime's frequencies.")
                    .with("frequencies", regime.frequencies());
        }
        Window window = regime.cutOffRule().windowOf(period);
        if (window.from().isAfter(LocalDate.now(clock))) {
            throw new Problem(
                    ReportProblem.PERIOD_NOT_BEGUN,
                    "Kỳ " + asked + " bắt đầu ngày " + window.from() + ". Hãy mở kỳ từ ngày đó.",
                    "The period " + asked + " begins on " + window.from() + ". Open it from that day on.");
        }
        if (periods.find(regime.id(), asked).isEmpty() && !regime.runsOn(window.cutOff())) {
            throw ended(regime);
        }
        periods.open(openPeriod(regime, period), null, clock.instant(), caller.username());
        return owe(regime.id(), asked);
    }

    /// Opens an ad hoc call.
    ///
    /// @param senders those of the regime's senders that are asked; null for all
    @Transactional
    Opened call(OpenPeriod call, @Nullable List<String> senders) {
        if (!periods.open(call, senders, clock.instant(), caller.username())) {
            throw new Problem(
                    ReportProblem.CALL_EXISTS,
                    "Chế độ này đã có yêu cầu báo cáo đột xuất như vậy (cùng tên và ngày chốt, hoặc cùng mã). Hãy dùng yêu"
                            + " cầu đó hoặc đặt tên khác.",
                    "The regime has such an ad hoc call (the same title and cut-off, or the same key). Use that one or"
                            + " choose another title.");
        }
        return owe(call.regimeId(), call.period());
    }

    /// Opens every period of a regime whose cut-off has come since the clock last did so; how many periods it looked
    /// at.
    ///
    /// Without senders nothing is noted, so that the period opens once they are known.
    @Transactional
    int openDue(UUID regimeId) {
        Regime regime = entities.find(Regime.class, regimeId);
        LocalDate lastCutOff = LocalDate.now(clock).minusDays(1);
        List<Period> due = regime.frequencies().stream()
                .map(ReportFrequency::regular)
                .flatMap(Optional::stream)
                .flatMap(frequency ->
                        regime.cutOffRule().cutOffWithin(frequency, regime.openedUntil(), lastCutOff).stream())
                .filter(period ->
                        regime.runsOn(regime.cutOffRule().windowOf(period).cutOff()))
                .sorted()
                .toList();
        for (Period regular : due) {
            ReportPeriod period = ReportPeriod.of(regular);
            periods.open(openPeriod(regime, regular), null, clock.instant(), null);
            if (create(regimeId, period).isEmpty() && obligations.countOf(regimeId, period.key()) == 0) {
                LOG.warnf("regime %s has no known sender; period %s waits", regimeId, period);
                periods.withdraw(regimeId, period);
                return 0;
            }
        }
        regime.markOpenedUntil(lastCutOff);
        return due.size();
    }

    /// The open periods of a regime and its calls, the last cut-off first.
    @Transactional
    Page<OpenPeriod> list(Regime regime, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 2);
        return Page.of(
                periods.list(
                        regime.id(),
                        after == null ? null : after.date(0),
                        after == null ? null : after.keys().get(1),
                        limit + 1),
                limit,
                period -> Cursor.at(period.window().cutOff(), period.period()));
    }

    static Problem ended(Regime regime) {
        return new Problem(
                        ReportProblem.REGIME_ENDED,
                        "Chế độ báo cáo kết thúc ngày " + regime.endsOn()
                                + "; kỳ này chốt sau ngày đó. Hãy lập chế độ mới.",
                        "The regime ends on " + regime.endsOn()
                                + " and the period is cut off after that. Set up a new regime.")
                .with("endsOn", String.valueOf(regime.endsOn()));
    }

    private Opened owe(UUID regimeId, ReportPeriod period) {
        List<UUID> created = create(regimeId, period);
        List<Obligation> all = obligations.listOf(regimeId, period.key());
        if (all.isEmpty()) {
            throw new Problem(
                    ReportProblem.NO_SENDERS,
                    "Chưa có đơn vị gửi nào trong danh mục. Hãy nhập danh mục đơn vị trước khi mở kỳ.",
                    "None of the senders is in the unit list. Import the units before opening the period.");
        }
        return new Opened(periods.get(regimeId, period), created.size(), all);
    }

    private List<UUID> create(UUID regimeId, ReportPeriod period) {
        Instant now = clock.instant();
        List<UUID> created = owing.add(regimeId, period, now);
        facts.tell(created, ReportEvent.Kind.OBLIGED, now);
        if (!created.isEmpty()) {
            LOG.infof("regime %s: period %s opened for %d senders", regimeId, period, created.size());
        }
        return created;
    }

    private OpenPeriod openPeriod(Regime regime, Period period) {
        return new OpenPeriod(
                regime.id(),
                ReportPeriod.of(period),
                regime.revision(),
                null,
                regime.cutOffRule().windowOf(period),
                new OpenPeriod.DueDates(
                        dueOn(regime, period, SenderLevel.PROVINCE),
                        dueOn(regime, period, SenderLevel.COMMUNE),
                        dueOn(regime, period, SenderLevel.AGENCY)),
                regime.settings());
    }

    private LocalDate dueOn(Regime regime, Period period, SenderLevel level) {
        return regime.dueRule().dueOn(period, regime.cutOffRule(), level, workCalendar);
    }
}
