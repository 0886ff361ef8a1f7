package vn.monitoring.indicator.measurement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.problem.Problem;

/// The numbers of one submission.
///
/// @param value      a percentage alone, or the amount of an indicator that is no share; may repeat a share's
///        percentage
/// @param cumulative counted from the start of the year; null when it is as the catalogue says
public record Figures(
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        @Nullable Boolean cumulative,
        LocalDate asOf) {

    private static final int MOST_DIGITS = 24;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal ROUNDING = new BigDecimal("0.05");

    /// Refuses what cannot be, naming every field at once (422).
    ///
    /// @param percentage the indicator is measured in percent of a whole
    void require(boolean percentage, Period period, LocalDate today) {
        List<FigureFinding> findings = findings(percentage, period, today);
        if (findings.isEmpty()) {
            return;
        }
        Problem problem = new Problem(
                MeasurementProblem.MEASUREMENT_INVALID,
                "Số liệu chưa được ghi. Hãy sửa các trường nêu trong danh sách vi phạm rồi gửi lại.",
                "Nothing was written. Correct the fields named in the violations and send again.");
        for (FigureFinding finding : findings) {
            problem.violation("body", finding.field(), finding.message());
        }
        throw problem;
    }

    /// What cannot be, field by field; empty for figures that can.
    List<FigureFinding> findings(boolean percentage, Period period, LocalDate today) {
        List<FigureFinding> findings = new ArrayList<>();
        checkSize("numerator", numerator, findings);
        checkSize("denominator", denominator, findings);
        checkSize("value", value, findings);
        if (findings.isEmpty()) {
            checkSigns(findings);
            checkCompleteness(percentage, findings);
            checkShare(percentage, findings);
            checkDate(period, today, findings);
        }
        return findings;
    }

    /// A number of more digits than any quantity has would only cost time to reckon with.
    private static void checkSize(String field, @Nullable BigDecimal number, List<FigureFinding> findings) {
        if (number != null && (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS)) {
            findings.add(FigureFinding.of(
                    field,
                    "Số có quá nhiều chữ số (tối đa %d).".formatted(MOST_DIGITS),
                    "The number has too many digits (at most %d).".formatted(MOST_DIGITS)));
        }
    }

    private void checkSigns(List<FigureFinding> findings) {
        if (numerator != null && numerator.signum() < 0) {
            findings.add(FigureFinding.of("numerator", "Tử số không được âm.", "The numerator may not be negative."));
        }
        if (denominator != null && denominator.signum() < 0) {
            findings.add(
                    FigureFinding.of("denominator", "Mẫu số không được âm.", "The denominator may not be negative."));
        }
        if (value != null && value.signum() < 0) {
            findings.add(FigureFinding.of("value", "Giá trị không được âm.", "The value may not be negative."));
        }
    }

    private void checkCompleteness(boolean percentage, List<FigureFinding> findings) {
        if (numerator == null && value == null) {
            findings.add(FigureFinding.of(
                    "value",
                    "Cần tử số và mẫu số, hoặc một giá trị.",
                    "A numerator and a denominator, or a value, is needed."));
        }
        if (numerator == null && denominator != null) {
            findings.add(
                    FigureFinding.of("numerator", "Có mẫu số thì cần cả tử số.", "A denominator needs a numerator."));
        }
        if (percentage && numerator != null && denominator == null) {
            findings.add(FigureFinding.of(
                    "denominator",
                    "Chỉ tiêu tính theo tỷ lệ: có tử số thì cần cả mẫu số.",
                    "The indicator is a share: a numerator needs a denominator."));
        }
    }

    private void checkShare(boolean percentage, List<FigureFinding> findings) {
        if (percentage && value != null && value.compareTo(HUNDRED) > 0) {
            findings.add(FigureFinding.of("value", "Tỷ lệ không vượt quá 100%.", "A share is not above 100 percent."));
        }
        if (numerator == null || denominator == null) {
            return;
        }
        if (percentage && denominator.signum() >= 0 && numerator.compareTo(denominator) > 0) {
            findings.add(FigureFinding.of(
                    "numerator", "Tử số không được lớn hơn mẫu số.", "The numerator may not exceed the denominator."));
        }
        BigDecimal share = share();
        if (value != null && share != null && value.subtract(share).abs().compareTo(ROUNDING) > 0) {
            findings.add(FigureFinding.of(
                    "value",
                    "Giá trị khác với tử số chia mẫu số.",
                    "The value differs from the numerator divided by the denominator."));
        }
    }

    private void checkDate(Period period, LocalDate today, List<FigureFinding> findings) {
        if (asOf.isAfter(today)) {
            findings.add(
                    FigureFinding.of("asOf", "Ngày chốt số liệu ở tương lai.", "The as-of date lies in the future."));
        }
        if (!period.contains(asOf)) {
            findings.add(FigureFinding.of(
                    "asOf",
                    "Ngày chốt số liệu nằm ngoài kỳ %s (%s đến %s)."
                            .formatted(period, period.firstDay(), period.lastDay()),
                    "The as-of date lies outside of the period %s (%s to %s)."
                            .formatted(period, period.firstDay(), period.lastDay())));
        }
    }

    /// The percentage to four decimals where there are counts; null where the denominator is zero.
    private @Nullable BigDecimal share() {
        if (numerator == null || denominator == null || denominator.signum() <= 0) {
            return null;
        }
        return HUNDRED.multiply(numerator).divide(denominator, 4, RoundingMode.HALF_UP);
    }

    /// What is stored as value: the percentage of the counts, the amount, or the percentage alone.
    @Nullable
    BigDecimal shownValue() {
        if (denominator != null) {
            return share();
        }
        return value != null ? value : numerator;
    }

    Set<MeasurementFlag> flags(boolean percentage) {
        EnumSet<MeasurementFlag> flags = EnumSet.noneOf(MeasurementFlag.class);
        if (percentage && numerator == null) {
            flags.add(MeasurementFlag.PERCENT_ONLY);
        }
        if (denominator != null && denominator.signum() == 0) {
            flags.add(MeasurementFlag.NOT_APPLICABLE);
        }
        return flags;
    }
}
