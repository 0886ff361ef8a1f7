package vn.monitoring.kit.outbox;

import java.time.Instant;

/// Something that happened, ready to be told: a CloudEvent before it leaves.
///
/// @param topic the Kafka topic
/// @param type the CloudEvents type, past tense and versioned: `vn.monitoring.task.completed.v1`
/// @param key the id of the aggregate; facts of one key arrive in the order in which they were appended
/// @param occurredAt when it happened
/// @param data the full state after it, written as JSON; carries the aggregate's `version`
public record Fact(String topic, String type, String key, Instant occurredAt, Object data) {}
