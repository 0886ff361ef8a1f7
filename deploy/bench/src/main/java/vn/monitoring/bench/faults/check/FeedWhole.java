package vn.monitoring.bench.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every fact that dashboards are told of stands in the feed, once.
final class FeedWhole implements Check {

    static final List<String> TOPICS = List.of(
            "monitoring.measurement",
            "monitoring.grade",
            "monitoring.task",
            "monitoring.warning",
            "monitoring.report",
            "monitoring.incident",
            "monitoring.feedback",
            "monitoring.ranking",
            "monitoring.webhook");

    /// The mark that a restore leaves tells of no fact.
    private static final String RESTORED = "vn.monitoring.platform.restored.v1";

    @Override
    public String name() {
        return "Every fact stands in the feed once";
    }

    @Override
    public CheckResult check(Evidence evidence) {
        List<String> violations = new ArrayList<>();
        Map<String, FeedEntries.Entry> fed = new HashMap<>();
        List<FeedEntries.Entry> entries = FeedEntries.of(evidence);
        for (FeedEntries.Entry entry : entries) {
            FeedEntries.Entry before = fed.putIfAbsent(entry.fact(), entry);
            if (before != null) {
                violations.add("the feed tells of fact %s twice, at %d and at %d"
                        .formatted(entry.fact(), before.place(), entry.place()));
            }
        }
        Set<String> facts = new HashSet<>();
        for (String topic : TOPICS) {
            for (TopicRecord fact : evidence.topic(topic)) {
                if (facts.add(fact.event()) && !fed.containsKey(fact.event())) {
                    violations.add("the feed does not tell of " + fact.told());
                }
            }
        }
        entries.stream()
                .filter(entry -> !facts.contains(entry.fact()) && !entry.type().equals(RESTORED))
                .forEach(entry -> violations.add("the feed tells at %d of fact %s (%s), which no topic holds"
                        .formatted(entry.place(), entry.fact(), entry.type())));
        return CheckResult.of(name(), "%,d facts, %,d entries".formatted(facts.size(), entries.size()), violations);
    }
}
