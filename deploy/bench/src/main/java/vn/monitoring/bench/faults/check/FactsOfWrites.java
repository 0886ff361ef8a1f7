package vn.monitoring.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.monitoring.bench.faults.work.JournalLine.Answered;
import vn.monitoring.bench.faults.work.Outcome;
import vn.monitoring.bench.faults.work.RecordedWrite;

/// Every acknowledged step of an aggregate was told: its topic holds the version that the client was answered.
final class FactsOfWrites implements Check {

    static final Map<String, String> TOPICS = Map.ofEntries(
            Map.entry("submitMeasurement", "monitoring.measurement"),
            Map.entry("reviseMeasurement", "monitoring.measurement"),
            Map.entry("verifyMeasurement", "monitoring.measurement"),
            Map.entry("createTask", "monitoring.task"),
            Map.entry("correctTask", "monitoring.task"),
            Map.entry("assignTask", "monitoring.task"),
            Map.entry("acknowledgeTask", "monitoring.task"),
            Map.entry("reportProgress", "monitoring.task"),
            Map.entry("registerIncident", "monitoring.incident"),
            Map.entry("reportIncident", "monitoring.incident"),
            Map.entry("updateIncident", "monitoring.incident"),
            Map.entry("closeIncident", "monitoring.incident"),
            Map.entry("registerFeedback", "monitoring.feedback"),
            Map.entry("answerFeedback", "monitoring.feedback"));

    @Override
    public String name() {
        return "Every acknowledged step was told to the other services";
    }

    @Override
    public CheckResult check(Evidence evidence) {
        Map<String, Set<String>> told = new HashMap<>();
        Set.copyOf(TOPICS.values()).forEach(topic -> told.put(topic, versions(evidence.topic(topic))));
        List<String> violations = new ArrayList<>();
        int steps = 0;
        for (RecordedWrite write : evidence.recording().writes()) {
            String topic = TOPICS.get(write.meant().operation());
            Long version = versionOf(write);
            if (topic == null || version == null || write.outcome() != Outcome.ACKNOWLEDGED) {
                continue;
            }
            steps++;
            Set<String> versions = told.getOrDefault(topic, Set.of());
            if (!versions.contains(write.subject() + "/" + version)) {
                violations.add("%s holds nothing of version %d of %s: %s"
                        .formatted(topic, version, write.subject(), write.told()));
            }
        }
        return CheckResult.of(name(), "%,d steps".formatted(steps), violations);
    }

    private static @Nullable Long versionOf(RecordedWrite write) {
        return write.answers().stream()
                .filter(answer -> answer.status() >= 200 && answer.status() < 300)
                .map(Answered::version)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Set<String> versions(List<TopicRecord> records) {
        Set<String> versions = new HashSet<>();
        for (TopicRecord fact : records) {
            JsonNode data = fact.data();
            if (data.has("figures")) {
                data.path("figures")
                        .forEach(figure -> versions.add(figure.path("id").asText() + "/"
                                + figure.path("version").asLong()));
            } else {
                versions.add(fact.key() + "/" + data.path("version").asLong());
            }
        }
        return versions;
    }
}
