package vn.monitoring.bench.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.monitoring.bench.faults.work.JournalLine.Connected;
import vn.monitoring.bench.faults.work.JournalLine.Delivered;
import vn.monitoring.bench.faults.work.JournalLine.Registered;

/// Each webhook was told every entry of the feed that it wants, at least once, signed; a message that came again was
/// the same. Their order is best effort (ADR 21), so that it is counted only.
final class WebhooksWhole implements Check {

    @Override
    public String name() {
        return "Webhooks were told everything, signed";
    }

    @Override
    public CheckResult check(Evidence evidence) {
        List<String> violations = new ArrayList<>();
        Map<String, List<Delivered>> delivered = new HashMap<>();
        evidence.recording()
                .lines(Delivered.class)
                .forEach(one -> delivered
                        .computeIfAbsent(one.endpoint(), _ -> new ArrayList<>())
                        .add(one));
        Map<String, Long> places = new HashMap<>();
        FeedEntries.of(evidence).forEach(entry -> places.put(entry.fact(), entry.place()));
        int wanted = 0;
        int overtaken = 0;
        for (Registered endpoint : evidence.recording().lines(Registered.class)) {
            List<Delivered> own = delivered.getOrDefault(endpoint.endpoint(), List.of());
            wanted += compare(evidence, endpoint, own, places, violations);
            overtaken += overtaken(own, places);
        }
        return CheckResult.of(
                name(),
                "%,d messages wanted, %,d received, %,d of them after a later one"
                        .formatted(
                                wanted,
                                delivered.values().stream().mapToInt(List::size).sum(),
                                overtaken),
                violations);
    }

    private static int compare(
            Evidence evidence,
            Registered endpoint,
            List<Delivered> delivered,
            Map<String, Long> places,
            List<String> violations) {
        Set<String> taken = new HashSet<>();
        Map<String, String> contents = new HashMap<>();
        for (Delivered one : delivered) {
            if (!one.signed()) {
                violations.add("%s got message %s at %s without a right signature"
                        .formatted(endpoint.endpoint(), one.message(), one.at()));
            }
            String before = contents.putIfAbsent(one.message(), one.content());
            if (before != null && !before.equals(one.content())) {
                violations.add("%s got message %s again at %s with another content"
                        .formatted(endpoint.endpoint(), one.message(), one.at()));
            }
            if (!places.containsKey(one.message())) {
                violations.add("%s got message %s at %s, which the feed does not hold"
                        .formatted(endpoint.endpoint(), one.message(), one.at()));
            }
            if (one.status() < 300) {
                taken.add(one.message());
            }
        }
        List<FeedEntries.Entry> wanted =
                FeedEntries.wanted(evidence, begin(evidence), endpoint.unit(), endpoint.types());
        wanted.stream()
                .filter(entry -> !taken.contains(entry.fact()))
                .forEach(entry -> violations.add("%s was never told of entry %d (%s, fact %s)"
                        .formatted(endpoint.endpoint(), entry.place(), entry.type(), entry.fact())));
        return wanted.size();
    }

    /// The subscribers connect after the webhooks are registered: what comes behind their first place is wanted.
    private static long begin(Evidence evidence) {
        Set<String> seen = new HashSet<>();
        return evidence.recording().lines(Connected.class).stream()
                .filter(connected -> seen.add(connected.subscriber()))
                .mapToLong(Connected::place)
                .max()
                .orElse(Long.MAX_VALUE);
    }

    private static int overtaken(List<Delivered> delivered, Map<String, Long> places) {
        long furthest = -1;
        int overtaken = 0;
        for (Delivered one : delivered) {
            long place = places.getOrDefault(one.message(), -1L);
            overtaken += place < furthest ? 1 : 0;
            furthest = Math.max(furthest, place);
        }
        return overtaken;
    }
}
