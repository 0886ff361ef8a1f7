package vn.monitoring.indicator.succession;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.succession.Predecessor.LastFigure;

/// The last figures of several predecessors taken together: the ratio of their sums, or the sum of their counts, never
/// a mean of percents.
///
/// @param value percent of a share, else the sum; null when a figure lacks its numerator or denominator
/// @param date the latest day that a figure speaks of: the day to state the baseline for
/// @param periods the periods that the figures are of; more than one is to be weighed by whoever states the baseline
/// @param predecessorCodes whose figures are in it
/// @param missingCodes predecessors without a verified figure
/// @param baselineSource what to give as the source when it is stated as a baseline
@Schema(name = "CombinedPredecessorFigure")
record CombinedFigure(
        String canonicalCode,
        String canonicalName,
        String measureUnit,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        LocalDate date,
        List<String> periods,
        List<String> predecessorCodes,
        List<String> missingCodes,
        String baselineSource) {

    private static final String RATIO = "RATIO_OF_SUMS";
    private static final int DECIMALS = 4;
    private static final int LONGEST_SOURCE = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private record Owned(Predecessor owner, LastFigure figure) {}

    /// One for each canonical indicator of which a predecessor has a figure, by code.
    static List<CombinedFigure> of(List<Predecessor> predecessors) {
        Map<String, List<Owned>> byCode = new TreeMap<>();
        for (Predecessor predecessor : predecessors) {
            for (LastFigure figure : predecessor.figures()) {
                byCode.computeIfAbsent(figure.canonicalCode(), code -> new ArrayList<>())
                        .add(new Owned(predecessor, figure));
            }
        }
        return byCode.values().stream()
                .map(owned -> combine(owned, predecessors))
                .toList();
    }

    private static CombinedFigure combine(List<Owned> owned, List<Predecessor> all) {
        LastFigure first = owned.getFirst().figure();
        boolean ratio = first.rollUp().equals(RATIO);
        BigDecimal numerator = sum(owned.stream()
                .map(each -> ratio || each.figure().value() == null
                        ? each.figure().numerator()
                        : each.figure().value())
                .toList());
        BigDecimal denominator = ratio
                ? sum(owned.stream().map(each -> each.figure().denominator()).toList())
                : null;
        List<String> codes = owned.stream().map(each -> each.owner().code()).toList();
        LocalDate date = owned.stream()
                .map(each -> each.figure().asOf())
                .max(LocalDate::compareTo)
                .orElse(first.asOf());
        return new CombinedFigure(
                first.canonicalCode(),
                first.canonicalName(),
                first.measureUnit(),
                ratio ? numerator : null,
                denominator,
                ratio ? percent(numerator, denominator) : numerator,
                date,
                owned.stream()
                        .map(each -> each.figure().period())
                        .distinct()
                        .sorted()
                        .toList(),
                codes,
                all.stream()
                        .map(Predecessor::code)
                        .filter(code -> !codes.contains(code))
                        .toList(),
                source(owned));
    }

    private static @Nullable BigDecimal sum(List<@Nullable BigDecimal> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal part : parts) {
            if (part == null) {
                return null;
            }
            sum = sum.add(part);
        }
        return sum;
    }

    private static @Nullable BigDecimal percent(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        if (numerator == null || denominator == null || denominator.signum() == 0) {
            return null;
        }
        return numerator
                .multiply(BigDecimal.valueOf(100))
                .divide(denominator, DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    private static String source(List<Owned> owned) {
        return shortened("Tổng hợp số liệu đã xác nhận của các đơn vị trước sáp nhập: "
                + owned.stream()
                        .map(each -> "%s (%s) kỳ %s"
                                .formatted(
                                        each.owner().name(),
                                        each.owner().code(),
                                        each.figure().period()))
                        .collect(Collectors.joining("; ")));
    }

    /// What to give as the source of one predecessor's figure.
    static String sourceOf(
            String name,
            String code,
            String period,
            LocalDate asOf,
            @Nullable String decisionDocument,
            @Nullable LocalDate effectiveOn) {
        String figure =
                "Số liệu đã xác nhận của %s (%s), kỳ %s, đến ngày %s".formatted(name, code, period, DAY.format(asOf));
        return shortened(
                decisionDocument == null || effectiveOn == null
                        ? figure
                        : "%s; sáp nhập theo %s từ ngày %s"
                                .formatted(figure, decisionDocument, DAY.format(effectiveOn)));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SOURCE ? text : text.substring(0, LONGEST_SOURCE - 1) + "…";
    }
}
