package vn.monitoring.report.obligation;

/// How far a sender is with what it owes.
public enum ObligationStatus {
    /// No report yet.
    OPEN,
    /// A report is being written.
    DRAFTED,
    /// Sent, waiting for the receiver.
    SUBMITTED,
    /// Taken by the receiver.
    ACCEPTED,
    /// Sent back with reasons, to be corrected and sent again.
    RETURNED,
    /// Accepted, and open again in some parts; the accepted edition stands meanwhile.
    CORRECTING,
    /// Accepted, and gone into the receiver's own report.
    CONSOLIDATED
}
