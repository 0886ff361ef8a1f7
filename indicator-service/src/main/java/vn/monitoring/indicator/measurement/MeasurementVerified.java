package vn.monitoring.indicator.measurement;

import java.time.LocalDate;
import java.util.UUID;

/// A figure was verified in the current transaction: what follows from it is done in the same transaction.
///
/// @param changedFrom the earliest day on which something about the indicator may differ now
public record MeasurementVerified(UUID measurementId, UUID indicatorId, LocalDate changedFrom) {}
