package vn.monitoring.report.regime;

/// Which units owe a report under a regime. One that does not exist on the cut-off date owes nothing.
public enum SenderRule {
    /// The units that the regime lists.
    LISTED,
    /// Every commune below the receiver.
    COMMUNES_BELOW_RECEIVER,
    /// Every agency (not its sub-units) directly below the receiver.
    AGENCIES_BELOW_RECEIVER
}
