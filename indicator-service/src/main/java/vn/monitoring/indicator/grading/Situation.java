package vn.monitoring.indicator.grading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure in front of a target: what one rule looks at, in the target's own terms.
///
/// @param target    the target that counts
/// @param direction which way is better under it
/// @param figure    the latest verified figure that applies
/// @param figureOn  its as-of date
/// @param history   all verified figures up to the date, oldest first, the latest included
record Situation(
        GradingCase about,
        Milestones milestones,
        TargetPoint target,
        Direction direction,
        Figure figure,
        LocalDate figureOn,
        List<Point> history,
        @Nullable Baseline baseline) {

    /// A figure that applies, on its date.
    record Point(LocalDate asOf, Figure figure) {}

    LocalDate date() {
        return about.date();
    }

    boolean isDue() {
        return target.isDueBy(date());
    }

    /// Figures that may be compared with the latest: of a flow only those of its year.
    List<Point> comparable() {
        return about.flow()
                ? history.stream()
                        .filter(point -> point.asOf().getYear() == figureOn.getYear())
                        .toList()
                : history;
    }

    /// `72,1% (721/1.000)`.
    String shown(Numbers in) {
        return switch (figure) {
            case Figure.Share share ->
                level(in, share.value()) + " (" + in.plain(share.numerator()) + "/" + in.plain(share.denominator())
                        + ")";
            case Figure.Percent percent -> level(in, percent.value());
            case Figure.Amount amount -> level(in, amount.value());
            case Figure.Level level -> level.level() + "/3";
        };
    }

    String level(Numbers in, BigDecimal value) {
        return Numbers.withUnit(in.plain(value), figure.isPercentage(), about.unit());
    }

    String pathLevel(Numbers in, BigDecimal value) {
        return Numbers.withUnit(in.fixed(value), figure.isPercentage(), about.unit());
    }

    /// Points between percentages, else the unit.
    String distance(Numbers in, BigDecimal distance) {
        if (!figure.isPercentage()) {
            return Numbers.withUnit(in.plain(distance), false, about.unit());
        }
        return switch (in) {
            case VI -> in.plain(distance) + " điểm phần trăm";
            case EN -> in.plain(distance) + " percentage points";
        };
    }
}
