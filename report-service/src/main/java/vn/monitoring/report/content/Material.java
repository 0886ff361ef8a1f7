package vn.monitoring.report.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.calendar.Period.Frequency;
import vn.monitoring.report.fact.Figures;
import vn.monitoring.report.fact.IndicatorFigure;
import vn.monitoring.report.fact.TaskFigure;
import vn.monitoring.report.period.Window;
import vn.monitoring.report.regime.OpenPeriod;

/// What a report is made from.
///
/// @param window the days of the period; its cut-off is the day the figures speak of
/// @param nextCutOff the cut-off of the period that follows
/// @param frequency of the period, by which the one before is named; null where there is none
public record Material(
        Window window,
        LocalDate nextCutOff,
        @Nullable Frequency frequency,
        List<IndicatorFigure> indicators,
        List<TaskFigure> tasks) {

    public static Material of(OpenPeriod period, Figures figures) {
        Period regular = period.period().regular();
        return new Material(
                period.window(),
                period.nextCutOff(),
                regular == null ? null : regular.frequency(),
                figures.indicators(),
                figures.tasks());
    }
}
