package vn.monitoring.report.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import vn.monitoring.report.fact.IndicatorFigure;

/// Writes what a report says of the indicators.
final class IndicatorText {

    /// In the order of a report: good news first, grey last.
    private static final List<String> ORDER =
            List.of("ACHIEVED", "ON_TRACK", "SLIGHTLY_BEHIND", "BEHIND", "MISSED", "NOT_DUE", "NO_TARGET", "NO_DATA");

    private static final Set<String> BEHIND = Set.of("BEHIND", "MISSED");

    private IndicatorText() {}

    /// The counts of all, then group by group each indicator with its value and status.
    static String results(Material material) {
        List<IndicatorFigure> indicators = material.indicators();
        String until = "Tính đến hết ngày " + Vietnamese.day(material.window().cutOff());
        if (indicators.isEmpty()) {
            return until + ", hệ thống chưa ghi nhận kết quả đánh giá chỉ tiêu nào.";
        }
        StringBuilder text = new StringBuilder(until)
                .append(", theo dõi ")
                .append(indicators.size())
                .append(" chỉ tiêu: ")
                .append(distribution(indicators))
                .append('.');
        groups(indicators).forEach((group, members) -> {
            text.append("\n\n").append(group.isEmpty() ? "Các chỉ tiêu khác" : group);
            text.append(" (").append(members.size()).append(" chỉ tiêu: ");
            text.append(distribution(members)).append("):");
            members.forEach(member -> text.append("\n- ").append(line(member)));
        });
        return text.toString();
    }

    /// The indicators that are behind or missed, one a line.
    static List<String> behind(List<IndicatorFigure> indicators) {
        return indicators.stream()
                .filter(indicator -> BEHIND.contains(indicator.status()))
                .map(IndicatorText::line)
                .toList();
    }

    /// Names of the indicators in this status, joined.
    static String namesOf(List<IndicatorFigure> indicators, String status) {
        return indicators.stream()
                .filter(indicator -> indicator.status().equals(status))
                .map(IndicatorText::name)
                .collect(Collectors.joining("; "));
    }

    static String name(IndicatorFigure indicator) {
        return indicator.number() == null ? indicator.name() : indicator.number() + ". " + indicator.name();
    }

    private static String line(IndicatorFigure indicator) {
        StringJoiner line = new StringJoiner("; ", "", ".");
        line.add(name(indicator) + ": " + value(indicator));
        if (indicator.target() != null && indicator.target().hasNonNull("raw")) {
            String year = indicator.target().path("year").asText("");
            line.add("mục tiêu " + (year.isEmpty() ? "" : "năm " + year + " ")
                    + indicator.target().get("raw").asText());
        }
        if (indicator.expected() != null) {
            line.add("lộ trình đến nay " + Vietnamese.number(indicator.expected()) + unit(indicator));
        }
        line.add(Vietnamese.grade(indicator.status()) + remarks(indicator));
        return line.toString();
    }

    private static String value(IndicatorFigure indicator) {
        if (indicator.value() == null) {
            return "chưa có số liệu";
        }
        String value = Vietnamese.number(indicator.value()) + unit(indicator);
        if (indicator.numerator() == null || indicator.denominator() == null) {
            return value;
        }
        return "%s (%s/%s)"
                .formatted(value, Vietnamese.number(indicator.numerator()), Vietnamese.number(indicator.denominator()));
    }

    private static String unit(IndicatorFigure indicator) {
        if (indicator.measureUnit() == null || indicator.measureUnit().isBlank()) {
            return "";
        }
        return indicator.measureUnit().equals("%") ? "%" : " " + indicator.measureUnit();
    }

    private static String remarks(IndicatorFigure indicator) {
        StringJoiner remarks = new StringJoiner(", ", " (", ")").setEmptyValue("");
        if (indicator.provisional()) {
            remarks.add("tạm tính");
        }
        if (indicator.regressing()) {
            remarks.add("giảm so với kỳ trước");
        }
        if (indicator.atRisk()) {
            remarks.add("có nguy cơ không đạt");
        }
        return remarks.toString();
    }

    private static String distribution(List<IndicatorFigure> indicators) {
        Map<String, Long> counts = indicators.stream()
                .collect(Collectors.groupingBy(IndicatorFigure::status, LinkedHashMap::new, Collectors.counting()));
        StringJoiner text = new StringJoiner(", ");
        ORDER.stream()
                .filter(counts::containsKey)
                .forEach(status -> text.add(counts.get(status) + " " + Vietnamese.grade(status)));
        counts.keySet().stream()
                .filter(status -> !ORDER.contains(status))
                .forEach(status -> text.add(counts.get(status) + " " + Vietnamese.grade(status)));
        return text.toString();
    }

    private static Map<String, List<IndicatorFigure>> groups(List<IndicatorFigure> indicators) {
        return indicators.stream()
                .collect(Collectors.groupingBy(
                        indicator -> Objects.requireNonNullElse(indicator.group(), ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }
}
