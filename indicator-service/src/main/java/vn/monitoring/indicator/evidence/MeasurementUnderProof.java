package vn.monitoring.indicator.evidence;

import java.util.List;
import java.util.UUID;
import vn.monitoring.kit.calendar.Period;

/// What evidence has to know of its measurement, which stays locked until the end of the transaction.
///
/// @param verified its last revision is verified
record MeasurementUnderProof(
        UUID id,
        int revision,
        Period period,
        String responsibleUnitCode,
        List<String> submitterUnits,
        boolean verified) {}
