package vn.monitoring.bench.measure;

import java.util.Locale;

/// What a figure is wanted to be.
public record Target(Comparison comparison, double bound) {

    /// Which side of the bound is good.
    public enum Comparison {
        AT_LEAST,
        AT_MOST
    }

    public static Target atLeast(double bound) {
        return new Target(Comparison.AT_LEAST, bound);
    }

    public static Target atMost(double bound) {
        return new Target(Comparison.AT_MOST, bound);
    }

    public boolean isMetBy(double value) {
        return switch (comparison) {
            case AT_LEAST -> value >= bound;
            case AT_MOST -> value <= bound;
        };
    }

    /// As in "≤ 30".
    public String text() {
        String sign = switch (comparison) {
            case AT_LEAST -> "≥ ";
            case AT_MOST -> "≤ ";
        };
        return sign + (bound == Math.rint(bound) ? "%,.0f".formatted(bound) : String.format(Locale.ROOT, "%s", bound));
    }
}
