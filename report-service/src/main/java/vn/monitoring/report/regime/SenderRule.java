package vn.monitoring.report.regime;

/// Which units owe a report under a regime.
public enum SenderRule {
    /// The units that the regime lists.
    LISTED,
    /// Every commune below the receiver that exists on the cut-off date.
    COMMUNES_BELOW_RECEIVER
}
