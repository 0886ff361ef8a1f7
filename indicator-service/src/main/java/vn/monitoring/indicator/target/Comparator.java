package vn.monitoring.indicator.target;

/// How a measured figure is compared with the target's.
public enum Comparator {
    EQ("="),
    GE(">="),
    GT(">"),
    LE("<="),
    LT("<"),
    /// About: five percent of the figure to either side.
    APPROX("~"),
    /// Between two bounds.
    IN("in");

    private final String symbol;

    Comparator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
