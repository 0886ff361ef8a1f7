package vn.monitoring.indicator.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.target.Direction;

/// An entry of the catalogue of indicators: what is counted, so that figures of different plans mean the same.
@Entity
@Immutable
public class CanonicalIndicator {

    /// What the figure is: a state, an amount of a period, or a number of things.
    public enum Measure {
        STOCK,
        FLOW,
        COUNT
    }

    /// How the figures of several units become one.
    @Schema(name = "RollUpMethod")
    public enum RollUp {
        /// Σ numerator / Σ denominator, never a mean of percentages.
        RATIO_OF_SUMS,
        /// Numbers of things add up.
        SUM
    }

    /// How often it is measured.
    public enum Frequency {
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR,
        SCHOOL_YEAR
    }

    @Id
    private String code;

    private String name;
    private String unit;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Enumerated(EnumType.STRING)
    private Measure measure;

    private boolean cumulative;
    private String numerator;
    private @Nullable String denominator;
    private String dataHolder;

    @Enumerated(EnumType.STRING)
    private RollUp rollUp;

    private @Nullable String rollUpNote;

    @Enumerated(EnumType.STRING)
    private Frequency frequency;

    protected CanonicalIndicator() {}

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String unit() {
        return unit;
    }

    public Direction direction() {
        return direction;
    }

    public Measure measure() {
        return measure;
    }

    /// True when a figure includes what was there before in its year or since the start.
    public boolean cumulative() {
        return cumulative;
    }

    public String numerator() {
        return numerator;
    }

    /// What the numerator is divided by; null for a count.
    public @Nullable String denominator() {
        return denominator;
    }

    /// Who has the figures.
    public String dataHolder() {
        return dataHolder;
    }

    public RollUp rollUp() {
        return rollUp;
    }

    /// What to mind when figures are added up or shown.
    public @Nullable String rollUpNote() {
        return rollUpNote;
    }

    public Frequency frequency() {
        return frequency;
    }

    /// The part of the code before the dot: `CQ`.
    public String group() {
        return code.substring(0, code.indexOf('.'));
    }
}
