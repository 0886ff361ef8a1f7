package vn.monitoring.local.component;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A topic of the platform with its number of partitions and what the broker keeps of it.
///
/// Reference topics keep the last state of each key, so that a new service can build its replica from them; facts are
/// kept for good on a machine like this; of the feed a week, for a dashboard that comes back later starts anew.
record Topic(String name, int partitions, Map<String, String> settings) {

    private static final int PARTITIONS = 4;

    static final List<Topic> ALL = List.of(
            reference("monitoring.unit"),
            reference("monitoring.plan"),
            reference("monitoring.indicator"),
            facts("monitoring.measurement"),
            facts("monitoring.grade"),
            facts("monitoring.task"),
            facts("monitoring.warning"),
            facts("monitoring.update-rate"),
            facts("monitoring.report"),
            facts("monitoring.incident"),
            facts("monitoring.feedback"),
            facts("monitoring.ranking"),
            facts("monitoring.webhook"),
            new Topic("monitoring.feed", 1, deletedAfter(Duration.ofDays(7).toMillis())));

    private static Topic reference(String name) {
        return new Topic(name, PARTITIONS, Map.of("cleanup.policy", "compact"));
    }

    private static Topic facts(String name) {
        return new Topic(name, PARTITIONS, deletedAfter(-1));
    }

    private static Map<String, String> deletedAfter(long milliseconds) {
        return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(milliseconds));
    }
}
