package vn.monitoring.report.period;

import java.util.Optional;
import vn.monitoring.kit.calendar.Period.Frequency;

/// How often a regime asks for reports.
public enum ReportFrequency {
    MONTH,
    QUARTER,
    HALF_YEAR,
    NINE_MONTHS,
    YEAR,
    /// When the receiver calls for one.
    AD_HOC;

    /// That of the calendar; empty for `AD_HOC`.
    public Optional<Frequency> regular() {
        return this == AD_HOC ? Optional.empty() : Optional.of(Frequency.valueOf(name()));
    }

    public static ReportFrequency of(Frequency frequency) {
        return valueOf(frequency.name());
    }
}
