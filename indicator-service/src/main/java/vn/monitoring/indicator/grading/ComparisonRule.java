package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.target.TargetKind;

/// Targets that name no level of their own: "tăng" is judged against the same time last year, else the baseline;
/// "cao hơn bình quân của tỉnh" against the province's ratio of sums.
final class ComparisonRule {

    private final PeriodicLevel periodic;

    ComparisonRule(GradingPolicy policy) {
        this.periodic = new PeriodicLevel(policy);
    }

    Verdict trend(Situation situation) {
        Reference reference = lastYear(situation);
        if (reference == null) {
            return Verdict.grey(
                    GradeStatus.NO_DATA,
                    "Mục tiêu \"%s\" cần số liệu cùng kỳ năm trước hoặc kỳ gốc để so sánh: chưa đủ dữ liệu."
                            .formatted(situation.target().raw()),
                    "The target \"%s\" needs the figure of the same time last year or a baseline: not enough data."
                            .formatted(situation.target().raw()));
        }
        BigDecimal change = situation.target().low();
        BigDecimal level = change == null ? reference.value() : changed(situation, reference.value(), change);
        Explanation standard = new Explanation(
                "%s ngày %s (\"%s\")"
                        .formatted(
                                situation.level(Numbers.VI, reference.value()),
                                Numbers.day(reference.date()),
                                situation.target().raw()),
                "%s on %s (\"%s\")"
                        .formatted(
                                situation.level(Numbers.EN, reference.value()),
                                Numbers.day(reference.date()),
                                situation.target().raw()));
        return periodic.judge(
                situation, level, change == null || situation.target().isStrict(), standard);
    }

    Verdict relative(Situation situation) {
        BigDecimal province = situation.about().provinceValue();
        if (province == null) {
            return Verdict.grey(
                    GradeStatus.NO_DATA,
                    "Mục tiêu \"%s\" cần số liệu chung của tỉnh để so sánh: chưa đủ dữ liệu."
                            .formatted(situation.target().raw()),
                    "The target \"%s\" needs the province's own figure: not enough data."
                            .formatted(situation.target().raw()));
        }
        Explanation standard = new Explanation(
                "mức chung của tỉnh %s".formatted(situation.level(Numbers.VI, province)),
                "the province's %s".formatted(situation.level(Numbers.EN, province)));
        return periodic.judge(situation, province, true, standard);
    }

    private record Reference(LocalDate date, BigDecimal value) {}

    /// The latest figure of the period that ended a year before this one; else the baseline, unless it is this very
    /// figure.
    private static @Nullable Reference lastYear(Situation situation) {
        LocalDate yearAgo = situation.figureOn().minusYears(1);
        LocalDate periodBefore = yearAgo.minusMonths(situation.about().periodMonths());
        Reference found = null;
        for (Situation.Point point : situation.history()) {
            if (!point.asOf().isAfter(yearAgo) && point.asOf().isAfter(periodBefore)) {
                found = new Reference(point.asOf(), point.figure().value());
            }
        }
        if (found != null) {
            return found;
        }
        Baseline baseline = situation.baseline();
        return baseline != null && baseline.date().isBefore(situation.figureOn())
                ? new Reference(baseline.date(), baseline.value())
                : null;
    }

    /// "tăng 10%": the reference changed by so many percent of itself.
    private static BigDecimal changed(Situation situation, BigDecimal reference, BigDecimal percent) {
        BigDecimal change = reference.abs().multiply(percent).movePointLeft(2);
        return situation.target().kind() == TargetKind.TREND_DOWN ? reference.subtract(change) : reference.add(change);
    }
}
