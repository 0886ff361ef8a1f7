package vn.monitoring.demo;

import com.fasterxml.jackson.databind.JsonNode;
import vn.monitoring.client.Json;

/// An event as it came in: its place in the feed and the entry there.
record FeedEvent(String place, String id, String type, String unitCode, String subject, String title) {

    static FeedEvent of(String place, String data) {
        JsonNode entry = Json.tree(data);
        return new FeedEvent(
                place,
                entry.path("id").asText(),
                entry.path("type").asText(),
                entry.path("unitCode").asText(),
                entry.path("subject").asText(),
                entry.path("title").path("vi").asText());
    }

    /// `task.completed` of `vn.monitoring.task.completed.v1`.
    String shortType() {
        return type.replaceFirst("^vn\\.monitoring\\.", "").replaceFirst("\\.v\\d+$", "");
    }
}
