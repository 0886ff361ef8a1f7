package vn.monitoring.report.obligation;

/// How far a sender is with what it owes.
public enum ObligationStatus {
    /// No report yet.
    OPEN,
    /// A report is being written.
    DRAFTED,
    /// Sent, waiting for the receiver.
    SUBMITTED,
    /// Taken by the receiver; final.
    ACCEPTED,
    /// Sent back with reasons, to be corrected and sent again.
    RETURNED
}
