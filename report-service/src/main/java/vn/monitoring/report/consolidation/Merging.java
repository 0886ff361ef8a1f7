package vn.monitoring.report.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.consolidation.Merged.MissingSender;
import vn.monitoring.report.fact.Figures;
import vn.monitoring.report.fact.IndicatorFigure;
import vn.monitoring.report.fact.TaskFigure;

/// Merges what units reported (domain.md, rolling up).
///
/// - Shares by ratio of sums, Σ numerator / Σ denominator, never a mean of percentages; counts add; a percentage
/// without
///   its parts is in no sum, but counted.
/// - A fact that stands in a Party plan and in a government plan counts once per unit and canonical indicator.
/// - Grades are never averaged: their distribution and the worst are shown.
/// - Under 80 % of the expected units the figure is provisional. A unit whose report is missing is expected too.
final class Merging {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_OF_UNITS_NEEDED = 80;

    /// From the worst to the best; grey ones say nothing.
    private static final List<String> WORST_FIRST =
            List.of("MISSED", "BEHIND", "SLIGHTLY_BEHIND", "ON_TRACK", "ACHIEVED");

    private Merging() {}

    /// @param canonical the catalogue's code and name by indicator; indicators without one are not merged
    static Merged merge(
            List<SenderFigures> senders, List<MissingSender> missing, Map<UUID, CanonicalIndicator> canonical) {
        Map<String, Sum> sums = new TreeMap<>();
        for (SenderFigures sender : senders) {
            onePerCanonical(sender, canonical)
                    .forEach((code, figure) -> sums.computeIfAbsent(code, _ -> new Sum(canonicalOf(figure, canonical)))
                            .add(figure));
        }
        List<MergedIndicator> indicators =
                sums.values().stream().map(sum -> sum.merged(missing.size())).toList();
        List<MergedTasks> tasks = senders.stream()
                .map(Merging::tasksOf)
                .sorted(Comparator.comparing(MergedTasks::unitCode))
                .toList();
        return new Merged(senders.size(), senders.size() + missing.size(), missing, indicators, tasks);
    }

    private static CanonicalIndicator canonicalOf(IndicatorFigure figure, Map<UUID, CanonicalIndicator> canonical) {
        CanonicalIndicator found = canonical.get(figure.indicatorId());
        if (found == null) {
            throw new IllegalStateException("indicator " + figure.indicatorId() + " is not of the catalogue");
        }
        return found;
    }

    /// Of the same fact in several plans the newest figure, and of these one that has both parts.
    private static Map<String, IndicatorFigure> onePerCanonical(
            SenderFigures sender, Map<UUID, CanonicalIndicator> canonical) {
        Map<String, IndicatorFigure> chosen = new HashMap<>();
        for (Figures figures : sender.figures()) {
            for (IndicatorFigure figure : figures.indicators()) {
                CanonicalIndicator known = canonical.get(figure.indicatorId());
                if (known != null) {
                    chosen.merge(known.code(), figure, Merging::better);
                }
            }
        }
        return chosen;
    }

    private static IndicatorFigure better(IndicatorFigure one, IndicatorFigure other) {
        Comparator<IndicatorFigure> order = Comparator.<IndicatorFigure, Boolean>comparing(
                        figure -> figure.value() != null)
                .thenComparing(IndicatorFigure::asOf)
                .thenComparing(Merging::hasParts)
                .thenComparing(IndicatorFigure::indicatorId);
        return order.compare(one, other) >= 0 ? one : other;
    }

    private static boolean hasParts(IndicatorFigure figure) {
        return figure.numerator() != null
                && figure.denominator() != null
                && figure.denominator().signum() != 0;
    }

    private static MergedTasks tasksOf(SenderFigures sender) {
        Map<UUID, TaskFigure> tasks = new LinkedHashMap<>();
        sender.figures().forEach(figures -> figures.tasks().forEach(task -> tasks.put(task.taskId(), task)));
        Map<String, Integer> counts = new TreeMap<>();
        tasks.values().forEach(task -> counts.merge(task.timeliness(), 1, Integer::sum));
        return new MergedTasks(sender.unitCode(), sender.unitName(), tasks.size(), counts);
    }

    /// The running sum of one canonical indicator.
    private static final class Sum {

        private final CanonicalIndicator canonical;
        private final List<IndicatorFigure> figures = new ArrayList<>();

        Sum(CanonicalIndicator canonical) {
            this.canonical = canonical;
        }

        void add(IndicatorFigure figure) {
            figures.add(figure);
        }

        MergedIndicator merged(int missing) {
            @Nullable
            String measureUnit = figures.stream()
                    .map(IndicatorFigure::measureUnit)
                    .filter(unit -> unit != null && !unit.isBlank())
                    .findFirst()
                    .orElse(null);
            boolean share = "%".equals(measureUnit) || figures.stream().anyMatch(Merging::hasParts);
            List<IndicatorFigure> addable = figures.stream()
                    .filter(figure -> share ? hasParts(figure) : figure.value() != null)
                    .toList();
            int valued = (int)
                    figures.stream().filter(figure -> figure.value() != null).count();
            int expected = figures.size() + missing;
            @Nullable BigDecimal numerator = share ? total(addable, true) : null;
            @Nullable BigDecimal denominator = share ? total(addable, false) : null;
            return new MergedIndicator(
                    canonical.code(),
                    canonical.name(),
                    measureUnit,
                    numerator,
                    denominator,
                    value(addable, numerator, denominator),
                    addable.size(),
                    valued - addable.size(),
                    expected,
                    100L * addable.size() < (long) PERCENT_OF_UNITS_NEEDED * expected,
                    statuses(),
                    worst());
        }

        private static @Nullable BigDecimal value(
                List<IndicatorFigure> addable, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
            if (addable.isEmpty()) {
                return null;
            }
            if (numerator == null || denominator == null) {
                return addable.stream()
                        .map(figure -> zeroIfNull(figure.value()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
            }
            return numerator.multiply(HUNDRED).divide(denominator, 2, RoundingMode.HALF_UP);
        }

        private static @Nullable BigDecimal total(List<IndicatorFigure> addable, boolean ofNumerators) {
            if (addable.isEmpty()) {
                return null;
            }
            return addable.stream()
                    .map(figure -> zeroIfNull(ofNumerators ? figure.numerator() : figure.denominator()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private Map<String, Integer> statuses() {
            Map<String, Integer> counts = new TreeMap<>();
            figures.forEach(figure -> counts.merge(figure.status(), 1, Integer::sum));
            return counts;
        }

        private @Nullable String worst() {
            return WORST_FIRST.stream()
                    .filter(status -> figures.stream().anyMatch(figure -> status.equals(figure.status())))
                    .findFirst()
                    .orElse(null);
        }

        private static BigDecimal zeroIfNull(@Nullable BigDecimal number) {
            return number == null ? BigDecimal.ZERO : number;
        }
    }
}
