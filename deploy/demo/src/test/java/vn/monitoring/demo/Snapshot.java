package vn.monitoring.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.monitoring.client.Api;
import vn.monitoring.client.Session;

/// Everything that both provinces can see of the platform: one path, one answer.
record Snapshot(Map<String, List<JsonNode>> answers) {

    static Snapshot of(Api api) {
        Map<String, List<JsonNode>> answers = new TreeMap<>();
        for (String province : SamplePlan.PROVINCES) {
            Session session = api.as("standing-" + province);
            for (String list : List.of("units", "measurements", "tasks", "report-regimes", "report-obligations")) {
                take(answers, session, province, "/api/v1/" + list);
            }
            for (JsonNode plan : take(answers, session, province, "/api/v1/plans?unit=" + province)) {
                String id = plan.path("id").asText();
                take(answers, session, province, "/api/v1/plans/" + id + "/indicators");
                take(answers, session, province, "/api/v1/grades?planId=" + id);
            }
            for (JsonNode report : take(answers, session, province, "/api/v1/reports")) {
                String path = "/api/v1/reports/" + report.path("id").asText();
                answers.put(province + " " + path, List.of(session.get(path, JsonNode.class)));
            }
        }
        return new Snapshot(answers);
    }

    /// What stands in this snapshot and not, or differently, in a later one: a line each with the fields that differ.
    List<String> lostIn(Snapshot later) {
        List<String> lost = new ArrayList<>();
        answers.forEach((path, items) -> {
            Map<String, JsonNode> others = later.answers().getOrDefault(path, List.of()).stream()
                    .collect(Collectors.toMap(Snapshot::key, Function.identity()));
            for (JsonNode item : items) {
                JsonNode other = others.get(key(item));
                if (other == null) {
                    lost.add("%s %s is missing".formatted(path, key(item)));
                } else if (!item.equals(other)) {
                    lost.add("%s %s: %s".formatted(path, key(item), differences(item, other)));
                }
            }
        });
        return lost;
    }

    private static String key(JsonNode item) {
        return item.path(item.has("id") ? "id" : "code").asText();
    }

    private static String differences(JsonNode item, JsonNode other) {
        return item.propertyStream()
                .filter(field -> !field.getValue().equals(other.get(field.getKey())))
                .map(field -> "%s was %s, is %s".formatted(field.getKey(), field.getValue(), other.get(field.getKey())))
                .collect(Collectors.joining("; "));
    }

    private static List<JsonNode> take(
            Map<String, List<JsonNode>> answers, Session session, String province, String path) {
        List<JsonNode> items = session.list(path, JsonNode.class);
        answers.put(province + " " + path, items);
        return items;
    }
}
