package vn.monitoring.report.incident;

/// How much an incident harms, by the judgement of the unit that registers it.
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
