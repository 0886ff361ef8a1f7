package vn.monitoring.indicator.measurement;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// A figure after its checks, as it would be written.
///
/// @param value    as [Measurement#value]; null too when there are findings
/// @param findings why it would be refused, empty when it would be taken
public record CheckedFigure(
        Period period,
        Figures figures,
        @Nullable BigDecimal value,
        List<MeasurementFlag> flags,
        List<FigureFinding> findings) {}
