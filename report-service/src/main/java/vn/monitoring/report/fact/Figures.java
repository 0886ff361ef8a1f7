package vn.monitoring.report.fact;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The figures of a report, frozen as at the cut-off when it was drafted.
@Schema(name = "ReportFigures")
public record Figures(List<IndicatorFigure> indicators, List<TaskFigure> tasks) {}
