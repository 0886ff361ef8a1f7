package vn.monitoring.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A believable year of an indicator: figures that lead it where its course says, always the same for the same plan.
///
/// @param figures in time order, empty when the unit stays silent
/// @param inWords whether the target is in words: a level of 2 counts only if another unit confirms it
record IndicatorStory(Indicator indicator, Course course, List<Figure> figures, boolean inWords) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Course[] ROTATION = {
        Course.ON_TRACK,
        Course.ACHIEVED,
        Course.SLIGHTLY_BEHIND,
        Course.ON_TRACK,
        Course.BEHIND,
        Course.ON_TRACK,
        Course.ACHIEVED,
        Course.SLIGHTLY_BEHIND,
        Course.ON_TRACK,
        Course.BEHIND,
        Course.SILENT
    };
    private static final int UNVERIFIED_EVERY = 19;

    /// So near to a milestone the path asks for nearly all of it.
    private static final int LAST_DAYS = 14;

    private static final int[] WHOLES = {400, 640, 1200, 2500, 820, 5400};

    /// @param position the indicator's place in its plan, from 0
    /// @param today the day on which the story ends
    static IndicatorStory of(Indicator indicator, int position, LocalDate today) {
        Optional<Target> governing = indicator.governing(today);
        if (governing.isEmpty()) {
            return silent(indicator, Course.NO_TARGET);
        }
        Target target = governing.get();
        return switch (target.kind()) {
            case "NONE", "ZERO_NOT_SET" -> silent(indicator, Course.NO_TARGET);
            case "NUMBER", "RANGE", "MAINTAIN" -> numeric(indicator, target, position, today);
            case "QUALITATIVE" -> new IndicatorStory(indicator, Course.OPEN, levels(indicator, position, today), true);
            case "REDUCTION", "TREND_UP" -> open(indicator, amounts(position, today));
            default -> silent(indicator, Course.OPEN);
        };
    }

    private static IndicatorStory silent(Indicator indicator, Course course) {
        return new IndicatorStory(indicator, course, List.of(), false);
    }

    private static IndicatorStory open(Indicator indicator, List<Figure> figures) {
        return new IndicatorStory(indicator, Course.OPEN, figures, false);
    }

    /// A disputed target is not judged; nor does the story foresee what a figure is worth that nobody verified.
    private static IndicatorStory numeric(Indicator indicator, Target target, int position, LocalDate today) {
        if (target.provisional()) {
            return open(indicator, figures(indicator, target, Course.ON_TRACK, position, today));
        }
        if (position % UNVERIFIED_EVERY == UNVERIFIED_EVERY - 1) {
            List<Figure> figures = figures(indicator, target, Course.ON_TRACK, position, today);
            figures.set(figures.size() - 1, figures.getLast().as(Figure.Fate.PENDING));
            return open(indicator, figures);
        }
        Course course = course(indicator, target, position, today);
        return course == Course.SILENT
                ? silent(indicator, course)
                : new IndicatorStory(indicator, course, figures(indicator, target, course, position, today), false);
    }

    private static Course course(Indicator indicator, Target target, int position, LocalDate today) {
        if (!Indicator.due(target).isAfter(today)) {
            return position % 2 == 0 ? Course.MISSED : Course.ACHIEVED;
        }
        Course planned = ROTATION[position % ROTATION.length];
        if (!indicator.isPercentage() && low(target).compareTo(BigDecimal.TWO) <= 0) {
            return Course.ACHIEVED;
        }
        boolean small = low(target).compareTo(BigDecimal.TEN) < 0;
        if (small && (planned == Course.SLIGHTLY_BEHIND || planned == Course.BEHIND)) {
            return Course.ON_TRACK;
        }
        boolean level = target.kind().equals("MAINTAIN")
                || isFlat(indicator, target, today)
                || !Indicator.due(target).isAfter(today.plusDays(LAST_DAYS));
        if (planned == Course.ON_TRACK && level) {
            return Course.ACHIEVED;
        }
        return planned;
    }

    /// The milestone before asked for as much already: to be on the path is to be there.
    private static boolean isFlat(Indicator indicator, Target target, LocalDate today) {
        return indicator
                .lastNumericBefore(today)
                .map(before -> low(before).add(BigDecimal.TWO).compareTo(low(target)) >= 0)
                .orElse(false);
    }

    /// One figure of some indicators is first sent in wrong.
    private static List<Figure> figures(
            Indicator indicator, Target target, Course course, int position, LocalDate today) {
        List<ReportingCalendar.Cut> cuts = cuts(indicator, today);
        Way way = Way.of(indicator, target, course, position, cuts.getFirst().on(), today);
        BigDecimal whole = BigDecimal.valueOf(WHOLES[position % WHOLES.length]);
        if (low(target).compareTo(BigDecimal.TEN) < 0) {
            whole = whole.scaleByPowerOfTen(3).setScale(0, RoundingMode.UNNECESSARY);
        }
        List<Figure> figures = new ArrayList<>();
        for (ReportingCalendar.Cut cut : cuts) {
            double share = (double) ChronoUnit.DAYS.between(cuts.getFirst().on(), cut.on())
                    / Math.max(
                            1,
                            ChronoUnit.DAYS.between(
                                    cuts.getFirst().on(), cuts.getLast().on()));
            figures.add(figure(indicator, cut, way.at(share), course, whole, position));
        }
        if (position % 5 == 2) {
            figures.set(1, figures.get(1).as(Figure.Fate.CORRECTED));
        }
        return figures;
    }

    private static Figure figure(
            Indicator indicator,
            ReportingCalendar.Cut cut,
            double value,
            Course course,
            BigDecimal whole,
            int position) {
        boolean atLeast = course == Course.ACHIEVED || course == Course.ON_TRACK;
        RoundingMode rounding = atLeast ? RoundingMode.CEILING : RoundingMode.FLOOR;
        if (!indicator.isPercentage()) {
            BigDecimal count = BigDecimal.valueOf(value).setScale(0, rounding);
            return new Figure(cut.period(), cut.on(), null, null, count, Figure.Fate.VERIFIED);
        }
        if (position % 13 == 5) {
            BigDecimal percent = BigDecimal.valueOf(value).setScale(1, rounding).min(HUNDRED);
            return new Figure(cut.period(), cut.on(), null, null, percent, Figure.Fate.VERIFIED);
        }
        BigDecimal part = BigDecimal.valueOf(value)
                .multiply(whole)
                .divide(HUNDRED, 0, rounding)
                .min(whole);
        return new Figure(cut.period(), cut.on(), part, whole, null, Figure.Fate.VERIFIED);
    }

    /// Levels 0–3 of a target in words, rising over the year.
    private static List<Figure> levels(Indicator indicator, int position, LocalDate today) {
        if (indicator.isPercentage() || position % 4 == 3) {
            return List.of();
        }
        List<ReportingCalendar.Cut> cuts = ReportingCalendar.quarters(today);
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            BigDecimal level = BigDecimal.valueOf(Math.min(1 + position % 2, i));
            figures.add(new Figure(cuts.get(i).period(), cuts.get(i).on(), null, null, level, Figure.Fate.VERIFIED));
        }
        return figures;
    }

    private static List<Figure> amounts(int position, LocalDate today) {
        List<ReportingCalendar.Cut> cuts = ReportingCalendar.quarters(today);
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            BigDecimal amount = BigDecimal.valueOf(20 + 4L * i + position % 3);
            figures.add(new Figure(cuts.get(i).period(), cuts.get(i).on(), null, null, amount, Figure.Fate.VERIFIED));
        }
        return figures;
    }

    /// Public service centres report monthly, the others by the quarter.
    private static List<ReportingCalendar.Cut> cuts(Indicator indicator, LocalDate today) {
        return indicator.responsibleUnitCode().endsWith(".HCC")
                ? ReportingCalendar.months(today)
                : ReportingCalendar.quarters(today);
    }

    private static BigDecimal low(Target target) {
        return target.low() == null ? BigDecimal.ZERO : target.low();
    }
}
