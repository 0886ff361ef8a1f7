package vn.monitoring.report.content;

import java.time.LocalDate;
import java.util.List;
import vn.monitoring.report.fact.IndicatorFigure;
import vn.monitoring.report.fact.TaskFigure;
import vn.monitoring.report.period.Window;

/// What the text of a draft is made from.
///
/// @param window the days of the period; its cut-off is the day the figures speak of
/// @param nextCutOff the cut-off of the period that follows
public record Material(Window window, LocalDate nextCutOff, List<IndicatorFigure> indicators, List<TaskFigure> tasks) {}
