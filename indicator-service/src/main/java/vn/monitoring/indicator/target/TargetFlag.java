package vn.monitoring.indicator.target;

/// What a reader of the target should know about how it was read.
public enum TargetFlag {
    /// A character that belongs to nothing, such as the bracket in `95)`.
    STRAY_CHAR(Confidence.LOW),
    /// The cell has no percent sign; the unit column says that it is a share.
    UNIT_FROM_COLUMN(Confidence.HIGH),
    /// Neither the cell nor the column names a unit.
    UNIT_MISSING(Confidence.MEDIUM),
    /// The cell and the unit column name different units.
    UNIT_CONFLICT(Confidence.MEDIUM),
    /// `0` where higher is better: not set for that year.
    ZERO_TARGET(Confidence.HIGH),
    /// At least the whole of a share is the whole of it.
    GE_100_MEANS_EQ_100(Confidence.HIGH),
    /// A share above 100, a negative figure, or bounds the wrong way round.
    IMPOSSIBLE_VALUE(Confidence.LOW),
    /// A change that says nothing without the level it starts from.
    NEED_BASELINE(Confidence.MEDIUM),
    /// One cell of words asks for two things.
    COMPOUND_TEXT(Confidence.MEDIUM),
    /// One cell holds several milestones and was read as several targets.
    COMPOUND_CELL(Confidence.HIGH),
    /// One cell holds several figures without a year each; the first was read.
    SEVERAL_VALUES(Confidence.LOW),
    /// Words with a number that is not the target's figure, such as a level or a document number.
    NUMBER_IN_TEXT(Confidence.MEDIUM),
    /// `1,000` of a count: one by the decimal comma, a thousand by the foreign habit.
    AMBIGUOUS_NUMBER(Confidence.LOW),
    /// No year in column or cell: the plan's year, or the end of its horizon.
    YEAR_FROM_PLAN(Confidence.MEDIUM),
    /// No year in column, cell or plan.
    YEAR_MISSING(Confidence.LOW),
    /// The cell names another year than its column; the cell's was taken.
    YEAR_CONFLICT(Confidence.MEDIUM),
    /// "before" a year ends with the year before it.
    STRICT_BEFORE(Confidence.HIGH),
    /// A later milestone asks for less than an earlier one.
    NON_MONOTONIC(Confidence.MEDIUM),
    /// Two milestones in a row ask for the same: to be held between them.
    FLAT_TARGET(Confidence.HIGH),
    /// The same indicator stands twice with different values.
    VALUE_CONFLICT(Confidence.LOW),
    /// Nothing sensible could be read.
    UNREADABLE(Confidence.LOW);

    private final Confidence confidence;

    TargetFlag(Confidence confidence) {
        this.confidence = confidence;
    }

    /// The confidence that is left in a reading with this flag.
    public Confidence confidence() {
        return confidence;
    }
}
