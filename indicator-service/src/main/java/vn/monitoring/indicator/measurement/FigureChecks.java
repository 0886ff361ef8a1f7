package vn.monitoring.indicator.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.monitoring.indicator.period.PeriodClosures;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.problem.Problem;

/// What is checked before a figure is written, also of one that is only tried.
@ApplicationScoped
public class FigureChecks {

    private final FigureIndicators indicators;
    private final PeriodClosures closures;
    private final Clock clock;

    FigureChecks(FigureIndicators indicators, PeriodClosures closures, Clock clock) {
        this.indicators = indicators;
        this.closures = closures;
        this.clock = clock;
    }

    /// The checks of an entry, of which nothing is written; whether the period has a figure already does not matter.
    ///
    /// @throws Problem 404 for an indicator out of sight, 409 for a period unknown or closed
    @Transactional
    public CheckedFigure check(UUID indicatorId, String periodKey, Figures figures) {
        FigureIndicator indicator = indicators.get(indicatorId);
        Period period = requireTaking(indicator, periodKey);
        List<FigureFinding> findings = figures.findings(indicator.percentage(), period, LocalDate.now(clock));
        return findings.isEmpty()
                ? new CheckedFigure(
                        period,
                        figures,
                        figures.shownValue(),
                        List.copyOf(figures.flags(indicator.percentage())),
                        findings)
                : new CheckedFigure(period, figures, null, List.of(), findings);
    }

    /// The period, when the indicator takes figures of it; it stays open until the end of the transaction.
    ///
    /// @throws Problem 409 for a period unknown or closed, a draft plan and a unit that ceased
    Period requireTaking(FigureIndicator indicator, String periodKey) {
        Period period = PeriodClosures.known(periodKey, LocalDate.now(clock));
        indicator.requireFiguresFor(period);
        requireOpen(indicator, period);
        return period;
    }

    /// @throws Problem 409 for a closed period
    void requireOpen(FigureIndicator indicator, Period period) {
        closures.requireOpen(indicator.responsibleUnitCode(), period);
    }
}
