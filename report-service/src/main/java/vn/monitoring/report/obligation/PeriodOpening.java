package vn.monitoring.report.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.calendar.Period.Frequency;
import vn.monitoring.kit.calendar.WorkCalendar;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.report.ReportProblem;
import vn.monitoring.report.period.Window;
import vn.monitoring.report.regime.Regime;
import vn.monitoring.report.regime.SenderRule;
import vn.monitoring.report.unit.ReportingUnit;
import vn.monitoring.report.unit.Units;

/// Opens a period: one obligation for each sender, once.
@ApplicationScoped
public class PeriodOpening {

    private static final Logger LOG = Logger.getLogger(PeriodOpening.class);

    private final ObligationRepository obligations;
    private final Units units;
    private final WorkCalendar workCalendar;
    private final ReportFacts facts;
    private final EntityManager entities;
    private final Clock clock;

    PeriodOpening(
            ObligationRepository obligations,
            Units units,
            WorkCalendar workCalendar,
            ReportFacts facts,
            EntityManager entities,
            Clock clock) {
        this.obligations = obligations;
        this.units = units;
        this.workCalendar = workCalendar;
        this.facts = facts;
        this.entities = entities;
        this.clock = clock;
    }

    /// What opening did.
    ///
    /// @param created how many obligations are new
    /// @param obligations all of the period, in unit order
    record Opened(Window window, int created, List<Obligation> obligations) {}

    /// Opens a period of the regime that has begun. Opening it again adds nothing but senders that are new.
    @Transactional
    Opened open(Regime regime, Period period) {
        if (!regime.has(period)) {
            throw new Problem(
                            ReportProblem.PERIOD_NOT_OF_REGIME,
                            "Chế độ này không có kỳ " + period.key() + ". Hãy chọn kỳ đúng tần suất của chế độ.",
                            "This regime has no period " + period.key() + ". Choose one of the regime's frequencies.")
                    .with("frequencies", regime.frequencies());
        }
        Window window = regime.cutOffRule().windowOf(period);
        if (window.from().isAfter(LocalDate.now(clock))) {
            throw new Problem(
                    ReportProblem.PERIOD_NOT_BEGUN,
                    "Kỳ " + period.key() + " bắt đầu ngày " + window.from() + ". Hãy mở kỳ từ ngày đó.",
                    "The period " + period.key() + " begins on " + window.from() + ". Open it from that day on.");
        }
        List<ReportingUnit> senders = sendersOf(regime, window);
        if (senders.isEmpty()) {
            throw new Problem(
                    ReportProblem.NO_SENDERS,
                    "Chưa có đơn vị gửi nào trong danh mục. Hãy nhập danh mục đơn vị trước khi mở kỳ.",
                    "None of the senders is in the unit list. Import the units before opening the period.");
        }
        List<UUID> created = create(regime, period, window, senders);
        return new Opened(window, created.size(), obligations.listOf(regime.id(), period.key()));
    }

    /// Opens every period of a regime whose cut-off has come since the clock last did so; how many periods it looked
    /// at.
    ///
    /// Without senders nothing is noted, so that the period opens once they are known.
    @Transactional
    int openDue(UUID regimeId) {
        Regime regime = entities.find(Regime.class, regimeId);
        LocalDate lastCutOff = LocalDate.now(clock).minusDays(1);
        Set<Period> due = new HashSet<>();
        for (Frequency frequency : regime.frequencies()) {
            due.addAll(regime.cutOffRule().cutOffWithin(frequency, regime.openedUntil(), lastCutOff));
        }
        for (Period period : due.stream().sorted().toList()) {
            Window window = regime.cutOffRule().windowOf(period);
            List<ReportingUnit> senders = sendersOf(regime, window);
            if (senders.isEmpty()) {
                LOG.warnf("regime %s has no known sender; period %s waits", regimeId, period.key());
                return 0;
            }
            create(regime, period, window, senders);
        }
        regime.markOpenedUntil(lastCutOff);
        return due.size();
    }

    private List<UUID> create(Regime regime, Period period, Window window, List<ReportingUnit> senders) {
        Instant now = clock.instant();
        List<UUID> created = new ArrayList<>();
        for (ReportingUnit sender : senders) {
            LocalDate dueOn = regime.dueRule().dueOn(period, regime.cutOffRule(), sender.level(), workCalendar);
            obligations
                    .open(regime, sender.code(), period.key(), window, dueOn, now)
                    .ifPresent(created::add);
        }
        facts.tell(created, ReportEvent.Kind.OBLIGED, now);
        if (!created.isEmpty()) {
            LOG.infof("regime %s: period %s opened for %d senders", regime.id(), period.key(), created.size());
        }
        return created;
    }

    private List<ReportingUnit> sendersOf(Regime regime, Window window) {
        if (regime.senderRule() == SenderRule.LISTED) {
            return units.find(regime.senders());
        }
        return units.communesBelow(regime.receiverUnitCode(), window.cutOff());
    }
}
