package vn.monitoring.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import vn.monitoring.client.Json;

/// A fact as it stands in a topic.
///
/// @param event the CloudEvents id; a second record with the same one is a repetition
/// @param value JSON
record TopicRecord(String topic, int partition, long offset, String key, String event, String type, String value) {

    JsonNode data() {
        return Json.tree(value);
    }

    /// For a person: where it stands and what it is.
    String told() {
        return "%s-%d@%d (%s, event %s, key %s)".formatted(topic, partition, offset, type, event, key);
    }
}
