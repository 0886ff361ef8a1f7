package vn.monitoring.indicator.measurement;

import java.util.UUID;
import vn.monitoring.kit.calendar.Period;

/// A figure of a batch that may be written.
///
/// @param id of the measurement, if it is the first for its indicator and period
record NewFigure(
        int row, UUID id, FigureIndicator indicator, Period period, Figures figures, Measurement.Remarks remarks) {}
