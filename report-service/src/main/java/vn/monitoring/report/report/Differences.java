package vn.monitoring.report.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.content.Vietnamese;
import vn.monitoring.report.edition.Difference;
import vn.monitoring.report.edition.Difference.Kind;

/// Names what an edition says otherwise than the one before: both as they are told to machines ([ReportStatement]).
final class Differences {

    private static final Map<String, String> HEADER = Map.of(
            "title", "Tiêu đề",
            "authority", "Cơ quan ban hành",
            "receiver", "Nơi nhận",
            "from", "Từ ngày",
            "cutOff", "Thời điểm chốt số liệu");

    private Differences() {}

    /// Something that an edition says.
    private record Said(String key, String name, String text) {}

    static List<Difference> between(JsonNode before, JsonNode after) {
        List<Difference> differences = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            compare(differences, kind, said(kind, before), said(kind, after));
        }
        return differences;
    }

    private static void compare(List<Difference> differences, Kind kind, List<Said> before, List<Said> after) {
        Map<String, Said> then = before.stream().collect(Collectors.toMap(Said::key, Function.identity()));
        for (Said now : after) {
            @Nullable Said earlier = then.remove(now.key());
            if (earlier == null || !earlier.text().equals(now.text())) {
                String was = earlier == null ? null : earlier.text();
                differences.add(new Difference(kind, now.key(), now.name(), was, now.text()));
            }
        }
        before.stream()
                .filter(gone -> then.containsKey(gone.key()))
                .forEach(gone -> differences.add(new Difference(kind, gone.key(), gone.name(), gone.text(), null)));
    }

    private static List<Said> said(Kind kind, JsonNode content) {
        return switch (kind) {
            case HEADER ->
                HEADER.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(field -> new Said(
                                field.getKey(),
                                field.getValue(),
                                content.path(field.getKey()).asText()))
                        .toList();
            case SECTION ->
                all(
                        content.path("sections"),
                        section -> new Said(text(section, "key"), text(section, "title"), text(section, "text")));
            case INDICATOR ->
                all(
                        content.path("figures").path("indicators"),
                        figure -> new Said(text(figure, "indicatorId"), named(figure, "name"), indicator(figure)));
            case TASK ->
                all(
                        content.path("figures").path("tasks"),
                        figure -> new Said(text(figure, "taskId"), named(figure, "title"), task(figure)));
        };
    }

    private static List<Said> all(JsonNode items, Function<JsonNode, Said> reader) {
        List<Said> said = new ArrayList<>();
        items.forEach(item -> said.add(reader.apply(item)));
        return said;
    }

    private static String named(JsonNode figure, String field) {
        return figure.hasNonNull("number") ? text(figure, "number") + ". " + text(figure, field) : text(figure, field);
    }

    /// `72,1% (721/1000), chậm nhẹ`.
    private static String indicator(JsonNode figure) {
        String grade = Vietnamese.grade(text(figure, "status"));
        if (!figure.hasNonNull("value")) {
            return grade;
        }
        String unit = figure.hasNonNull("measureUnit") ? text(figure, "measureUnit") : "";
        String parts = figure.hasNonNull("numerator") && figure.hasNonNull("denominator")
                ? " (" + number(figure, "numerator") + "/" + number(figure, "denominator") + ")"
                : "";
        return number(figure, "value") + (unit.isEmpty() || unit.equals("%") ? unit : " " + unit) + parts + ", "
                + grade;
    }

    private static String task(JsonNode figure) {
        String timeliness = Vietnamese.timeliness(text(figure, "timeliness"));
        return figure.hasNonNull("percent") ? timeliness + ", " + number(figure, "percent") + "%" : timeliness;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private static String number(JsonNode figure, String field) {
        return Vietnamese.number(new BigDecimal(text(figure, field)));
    }
}
