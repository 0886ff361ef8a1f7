package vn.monitoring.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    private static List<JsonNode> take(
            Map<String, List<JsonNode>> answers, Session session, String province, String path) {
        List<JsonNode> items = session.list(path, JsonNode.class);
        answers.put(province + " " + path, items);
        return items;
    }
}
