package vn.monitoring.report.incident;

/// How far an incident is.
public enum IncidentStatus {
    /// Known; its first report is owed.
    REGISTERED,
    /// The first report was given.
    REPORTED,
    CLOSED
}
