package vn.monitoring.bench.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.monitoring.bench.faults.work.JournalLine.Connected;
import vn.monitoring.bench.faults.work.JournalLine.Heard;
import vn.monitoring.bench.faults.work.JournalLine.Reset;

/// Each subscriber heard every entry of the feed that is for it, from its first place to the end: in order, none twice.
final class StreamsWhole implements Check {

    @Override
    public String name() {
        return "Event streams are complete and in order";
    }

    @Override
    public CheckResult check(Evidence evidence) {
        List<String> violations = new ArrayList<>();
        Map<String, List<Connected>> connections = new HashMap<>();
        evidence.recording()
                .lines(Connected.class)
                .forEach(connected -> connections
                        .computeIfAbsent(connected.subscriber(), _ -> new ArrayList<>())
                        .add(connected));
        Map<String, List<Heard>> heard = new HashMap<>();
        evidence.recording()
                .lines(Heard.class)
                .forEach(one -> heard.computeIfAbsent(one.subscriber(), _ -> new ArrayList<>())
                        .add(one));
        evidence.recording()
                .lines(Reset.class)
                .forEach(reset -> violations.add("%s lost its place and was reset to %d at %s"
                        .formatted(reset.subscriber(), reset.place(), reset.at())));
        int entries = 0;
        for (Map.Entry<String, List<Connected>> subscriber : connections.entrySet()) {
            List<Heard> own = heard.getOrDefault(subscriber.getKey(), List.of());
            entries += own.size();
            compare(evidence, subscriber.getValue().getFirst(), own, violations);
        }
        return CheckResult.of(
                name(),
                "%,d entries to %d subscribers over %d connections"
                        .formatted(
                                entries,
                                connections.size(),
                                connections.values().stream()
                                        .mapToInt(List::size)
                                        .sum()),
                violations);
    }

    private static void compare(Evidence evidence, Connected first, List<Heard> heard, List<String> violations) {
        long last = first.place();
        Map<Long, Heard> byPlace = new HashMap<>();
        for (Heard one : heard) {
            if (one.place() <= last) {
                violations.add("%s heard entry %d (fact %s) at %s after entry %d"
                        .formatted(one.subscriber(), one.place(), one.fact(), one.at(), last));
            }
            last = Math.max(last, one.place());
            byPlace.put(one.place(), one);
        }
        List<FeedEntries.Entry> wanted = FeedEntries.wanted(evidence, first.place(), first.unit(), first.types());
        for (FeedEntries.Entry entry : wanted) {
            Heard one = byPlace.remove(entry.place());
            if (one == null) {
                violations.add("%s never heard entry %d (%s, fact %s)"
                        .formatted(first.subscriber(), entry.place(), entry.type(), entry.fact()));
            } else if (!one.fact().equals(entry.fact())) {
                violations.add("%s heard fact %s at place %d, where the feed has %s"
                        .formatted(first.subscriber(), one.fact(), entry.place(), entry.fact()));
            }
        }
        byPlace.values()
                .forEach(one -> violations.add("%s heard entry %d (fact %s), which is not for it or not in the feed"
                        .formatted(first.subscriber(), one.place(), one.fact())));
    }
}
