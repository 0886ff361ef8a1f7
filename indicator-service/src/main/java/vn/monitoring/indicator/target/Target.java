package vn.monitoring.indicator.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One target of one milestone: the text as it stands in the plan, and what it was read to mean.
///
/// `low` is the figure of every kind with one figure; `high` is set for a range only. Figures are in `unit`,
/// percentages as they are written (`1,5%` is 1.5). `dueDate` is the last day on which the target can still be
/// met, `year` its year; both are null only when neither cell, column nor plan names one.
///
/// @param condition the "if", "when" or "except" part of the text
/// @param provisional true until a person confirms a reading of low confidence
public record Target(
        String raw,
        TargetKind kind,
        @Nullable Comparator comparator,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable String unit,
        boolean soft,
        @Nullable String condition,
        @Nullable Integer year,
        @Nullable LocalDate dueDate,
        Set<TargetFlag> flags,
        Confidence confidence,
        boolean provisional) {

    /// "About" means within five percent of the figure (domain rule for `khoảng`).
    private static final BigDecimal APPROX_LOW = new BigDecimal("0.95");

    private static final BigDecimal APPROX_HIGH = new BigDecimal("1.05");

    public Target {
        EnumSet<TargetFlag> inOrder = EnumSet.noneOf(TargetFlag.class);
        inOrder.addAll(flags);
        flags = Collections.unmodifiableSet(inOrder);
    }

    /// The same reading of a text that is shown otherwise.
    public Target withRaw(String other) {
        return new Target(
                other,
                kind,
                comparator,
                low,
                high,
                unit,
                soft,
                condition,
                year,
                dueDate,
                flags,
                confidence,
                provisional);
    }

    /// The same target with one more flag, and the confidence that this leaves.
    public Target with(TargetFlag flag) {
        if (flags.contains(flag)) {
            return this;
        }
        EnumSet<TargetFlag> all = EnumSet.of(flag);
        all.addAll(flags);
        Confidence lowest = flag.confidence().compareTo(confidence) > 0 ? flag.confidence() : confidence;
        return new Target(
                raw,
                kind,
                comparator,
                low,
                high,
                unit,
                soft,
                condition,
                year,
                dueDate,
                all,
                lowest,
                provisional || flag.confidence() == Confidence.LOW);
    }

    /// True when the figure is a share of a whole, which cannot exceed 100.
    public boolean share() {
        return unit != null && unit.startsWith("%") && kind.numeric();
    }

    /// The smallest figure that meets the target, where there is one.
    public @Nullable BigDecimal floor() {
        if (low == null || comparator == Comparator.LE || comparator == Comparator.LT) {
            return null;
        }
        return comparator == Comparator.APPROX ? low.multiply(APPROX_LOW) : low;
    }

    /// The largest figure that meets the target, where there is one.
    public @Nullable BigDecimal ceiling() {
        if (comparator == Comparator.IN) {
            return high;
        }
        if (low == null || comparator == Comparator.GE || comparator == Comparator.GT) {
            return null;
        }
        return comparator == Comparator.APPROX ? low.multiply(APPROX_HIGH) : low;
    }
}
