package vn.monitoring.report.feedback;

/// How far a feedback is.
public enum FeedbackStatus {
    RECEIVED,
    ASSIGNED,
    ANSWERED,
    CLOSED
}
