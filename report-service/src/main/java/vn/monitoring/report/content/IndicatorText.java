package vn.monitoring.report.content;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period.Frequency;
import vn.monitoring.report.fact.IndicatorFigure;

/// Writes what a report says of the indicators.
final class IndicatorText {

    /// In the order of a report: good news first, grey last.
    static final List<String> ORDER =
            List.of("ACHIEVED", "ON_TRACK", "SLIGHTLY_BEHIND", "BEHIND", "MISSED", "NOT_DUE", "NO_TARGET", "NO_DATA");

    static final Set<String> BEHIND = Set.of("BEHIND", "MISSED");

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
            members.forEach(member -> text.append("\n- ").append(line(member, material.frequency())));
        });
        return text.toString();
    }

    /// The indicators that are behind or missed, one a line.
    static List<String> behind(Material material) {
        return material.indicators().stream()
                .filter(indicator -> BEHIND.contains(indicator.status()))
                .map(indicator -> line(indicator, material.frequency()))
                .toList();
    }

    /// Names of the indicators in this status, joined.
    static String namesOf(List<IndicatorFigure> indicators, String status) {
        return indicators.stream()
                .filter(indicator -> indicator.status().equals(status))
                .map(IndicatorWords::name)
                .collect(Collectors.joining("; "));
    }

    private static String line(IndicatorFigure indicator, @Nullable Frequency frequency) {
        StringJoiner line = new StringJoiner("; ", "", ".");
        line.add(IndicatorWords.name(indicator) + ": " + IndicatorWords.value(indicator));
        add(line, "", IndicatorWords.compared(indicator, frequency));
        add(line, "mục tiêu ", IndicatorWords.target(indicator));
        if (indicator.expected() != null) {
            line.add("lộ trình đến nay " + IndicatorWords.measured(indicator.expected(), indicator));
        }
        String remarks = IndicatorWords.remarks(indicator);
        line.add(IndicatorWords.status(indicator) + (remarks.isEmpty() ? "" : " (" + remarks + ")"));
        add(line, "", IndicatorWords.missing(indicator));
        return line.toString();
    }

    private static void add(StringJoiner line, String lead, String text) {
        if (!text.isEmpty()) {
            line.add(lead + text);
        }
    }

    private static String distribution(List<IndicatorFigure> indicators) {
        Map<String, Long> counts = indicators.stream()
                .sorted(Comparator.comparingInt(indicator -> place(indicator.status())))
                .collect(Collectors.groupingBy(IndicatorWords::status, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    private static int place(String status) {
        return ORDER.contains(status) ? ORDER.indexOf(status) : ORDER.size();
    }

    static Map<String, List<IndicatorFigure>> groups(List<IndicatorFigure> indicators) {
        return indicators.stream()
                .collect(Collectors.groupingBy(
                        indicator -> Objects.requireNonNullElse(indicator.group(), ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }
}
