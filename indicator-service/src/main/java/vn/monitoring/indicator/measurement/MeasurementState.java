package vn.monitoring.indicator.measurement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// A measurement as it is shown and as its events tell it.
///
/// @param responsibleUnitCode the unit that answers for the indicator
@Schema(name = "Measurement")
record MeasurementState(
        UUID id,
        UUID indicatorId,
        UUID planId,
        String unitCode,
        String responsibleUnitCode,

        @Schema(implementation = String.class, examples = "2026-Q3")
        Period period,

        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        @Nullable Boolean cumulative,
        LocalDate asOf,
        MeasurementStatus status,
        List<MeasurementFlag> flags,
        @Nullable String source,
        @Nullable String note,
        String submittedBy,
        Instant submittedAt,
        @Nullable String verifiedBy,
        @Nullable Instant verifiedAt,
        @Nullable String reason,
        int revision,
        long version) {

    static MeasurementState from(Measurement measurement, String responsibleUnitCode) {
        return new MeasurementState(
                measurement.id(),
                measurement.indicatorId(),
                measurement.planId(),
                measurement.unitCode(),
                responsibleUnitCode,
                measurement.period(),
                measurement.numerator(),
                measurement.denominator(),
                measurement.value(),
                measurement.cumulative(),
                measurement.asOf(),
                measurement.status(),
                measurement.flags(),
                measurement.source(),
                measurement.note(),
                measurement.submittedBy(),
                measurement.submittedAt(),
                measurement.verifiedBy(),
                measurement.verifiedAt(),
                measurement.reason(),
                measurement.revision(),
                measurement.version());
    }
}
