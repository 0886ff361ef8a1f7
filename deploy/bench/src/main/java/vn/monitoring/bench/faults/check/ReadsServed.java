package vn.monitoring.bench.faults.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.monitoring.bench.faults.work.JournalLine.Asked;

/// Readers were served, or told that something is away for the moment; never of an error inside.
final class ReadsServed implements Check {

    private static final int INTERNAL = 500;

    @Override
    public String name() {
        return "Reads are served, or refused as passing";
    }

    @Override
    public CheckResult check(Evidence evidence) {
        List<Asked> asked = evidence.recording().lines(Asked.class).stream()
                .filter(read -> read.what().startsWith("/"))
                .toList();
        Map<Integer, Long> statuses =
                asked.stream().collect(Collectors.groupingBy(Asked::status, TreeMap::new, Collectors.counting()));
        List<String> violations = asked.stream()
                .filter(read -> read.status() == INTERNAL || read.status() == 404)
                .map(read ->
                        "%s was answered %d to %s at %s".formatted(read.what(), read.status(), read.actor(), read.at()))
                .toList();
        return CheckResult.of(name(), "%,d reads, by status %s".formatted(asked.size(), statuses), violations);
    }
}
