package vn.monitoring.indicator.target;

/// How a target is to be judged.
public enum TargetKind {
    /// One figure to reach.
    NUMBER,
    /// Two bounds; the lower is the floor and more than the upper is exceeded, not failed.
    RANGE,
    /// A level to hold in every period, never interpolated.
    MAINTAIN,
    /// A reduction by so many percent against a baseline.
    REDUCTION,
    /// An increase against the same period of last year or the baseline; with a figure when the text names one.
    TREND_UP,
    /// A decrease against the same period of last year or the baseline.
    TREND_DOWN,
    /// Compared with the ratio of sums of the unit above.
    RELATIVE,
    /// Words only, judged on the four-level rubric.
    QUALITATIVE,
    /// A dash or an empty cell: nothing is asked for that year.
    NONE,
    /// A zero where higher is better: nothing is asked for that year yet.
    ZERO_NOT_SET;

    /// True when a figure stands behind the target, so that measurements can be compared with it.
    public boolean numeric() {
        return switch (this) {
            case NUMBER, RANGE, MAINTAIN, REDUCTION -> true;
            case TREND_UP, TREND_DOWN, RELATIVE, QUALITATIVE, NONE, ZERO_NOT_SET -> false;
        };
    }
}
