package vn.monitoring.indicator.measurement;

/// What a reader of the figure should know.
public enum MeasurementFlag {
    /// A percentage without the counts behind it: it cannot be added up with others.
    PERCENT_ONLY,
    /// The denominator is zero: the indicator does not apply in this period.
    NOT_APPLICABLE
}
