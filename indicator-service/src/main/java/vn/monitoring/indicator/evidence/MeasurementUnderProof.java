package vn.monitoring.indicator.evidence;

import java.util.List;
import java.util.UUID;

/// What evidence has to know of its measurement, which stays locked until the end of the transaction.
///
/// @param closed its period is closed for the responsible unit
/// @param verified its last revision is verified
record MeasurementUnderProof(
        UUID id,
        int revision,
        String period,
        String responsibleUnitCode,
        List<String> submitterUnits,
        boolean verified,
        boolean closed) {}
