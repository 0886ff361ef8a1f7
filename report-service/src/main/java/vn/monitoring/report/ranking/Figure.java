package vn.monitoring.report.ranking;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// A grade as known on a day, and what it counts among indicators and figures.
///
/// @param status of the grade
/// @param period that the measurement speaks of, null when none is known
record Figure(
        String status,
        boolean provisional,
        boolean measured,
        @Nullable String measureUnit,
        boolean hasNumerator,
        boolean hasDenominator,
        @Nullable String period) {

    private static final Set<String> SHARES = Set.of("%", "phần trăm", "tỷ lệ", "tỷ lệ %");

    /// How an indicator counts.
    enum Standing {
        ON_TRACK,
        SLIGHTLY_BEHIND,
        BEHIND,
        NO_DATA,
        NOT_DUE,
        NO_TARGET
    }

    Standing standing() {
        return switch (status) {
            case "ACHIEVED", "ON_TRACK" -> Standing.ON_TRACK;
            case "SLIGHTLY_BEHIND" -> Standing.SLIGHTLY_BEHIND;
            case "NO_DATA" -> Standing.NO_DATA;
            case "NOT_DUE" -> Standing.NOT_DUE;
            case "NO_TARGET" -> Standing.NO_TARGET;
            default -> Standing.BEHIND;
        };
    }

    /// Whether an indicator was graded by it.
    boolean isUsed() {
        return switch (standing()) {
            case ON_TRACK, SLIGHTLY_BEHIND, BEHIND -> true;
            case NO_DATA, NOT_DUE, NO_TARGET -> false;
        };
    }

    /// Verified and without conflict.
    boolean isFirm() {
        return measured && !provisional;
    }

    /// A share stands on what was counted; a number of things needs no denominator.
    boolean isCounted() {
        return measureUnit == null || !SHARES.contains(measureUnit.strip().toLowerCase(java.util.Locale.ROOT))
                ? measured
                : hasNumerator && hasDenominator;
    }

    /// Of a period that ends within these days or later.
    boolean isCurrent(LocalDate from) {
        return Optional.ofNullable(period)
                .flatMap(Period::find)
                .map(told -> !told.lastDay().isBefore(from))
                .orElse(false);
    }
}
