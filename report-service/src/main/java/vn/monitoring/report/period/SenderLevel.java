package vn.monitoring.report.period;

/// The level of the unit that sends a report: a lower level sends earlier, so that the one above can consolidate.
public enum SenderLevel {
    PROVINCE,
    COMMUNE,
    AGENCY
}
