package vn.monitoring.report.evaluation;

/// How far a sheet is.
public enum SheetStatus {
    DRAFT,
    SUBMITTED,
    ASSESSED,
    CONFIRMED
}
