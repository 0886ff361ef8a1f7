package vn.monitoring.report.incident;

/// What an incident concerns.
public enum IncidentField {
    CYBERSECURITY,
    PERSONAL_DATA,
    ONLINE_SERVICE,
    INFRASTRUCTURE,
    DATA_QUALITY,
    OTHER
}
