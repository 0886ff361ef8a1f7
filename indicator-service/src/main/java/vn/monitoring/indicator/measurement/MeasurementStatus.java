package vn.monitoring.indicator.measurement;

/// How far a figure has come.
public enum MeasurementStatus {
    SUBMITTED,
    VERIFIED,
    RETURNED
}
