package vn.monitoring.bench.badinput;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.monitoring.hostile.Contract.Operation;

/// What is wrong, alike things of an operation told once, and how each operation answered.
final class Findings {

    private final Repetition repetition;
    private final Map<String, Finding> byKind = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Integer>> statuses = new TreeMap<>();
    private final List<String> ofPlatform = new ArrayList<>();

    Findings(Repetition repetition) {
        this.repetition = repetition;
    }

    synchronized void count(Exchange exchange) {
        statuses.computeIfAbsent(exchange.request().operation().id(), _ -> new TreeMap<>())
                .merge(exchange.answer().status(), 1, Integer::sum);
    }

    synchronized void add(Exchange exchange, String wrong) {
        String operation = exchange.request().operation().id();
        Finding present = byKind.get(key(operation, wrong));
        if (present != null) {
            byKind.put(key(operation, wrong), present.again());
            return;
        }
        Caller caller = exchange.request().caller();
        byKind.put(
                key(operation, wrong),
                new Finding(
                        operation,
                        wrong,
                        exchange.request().kind() + " " + exchange.attack().what(),
                        caller == null ? "nobody" : caller.user(),
                        exchange.trace(),
                        1,
                        repetition.of(exchange, byKind.size() + 1)));
    }

    /// Something wrong with the platform as a whole.
    synchronized void add(String wrong) {
        ofPlatform.add(wrong);
    }

    /// Alike but for ids, numbers and quotes.
    private static String key(String operation, String wrong) {
        String kind = wrong.replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{4,}", "#");
        return operation + " " + kind.substring(0, Math.min(kind.length(), 90));
    }

    synchronized List<Finding> list() {
        return byKind.values().stream()
                .sorted((one, other) -> Integer.compare(other.times(), one.times()))
                .toList();
    }

    synchronized List<String> ofPlatform() {
        return List.copyOf(ofPlatform);
    }

    synchronized boolean isClean() {
        return byKind.isEmpty() && ofPlatform.isEmpty();
    }

    synchronized int of(Operation operation) {
        return (int) byKind.values().stream()
                .filter(finding -> finding.operation().equals(operation.id()))
                .count();
    }

    synchronized Map<Integer, Integer> statusesOf(Operation operation) {
        return new TreeMap<>(statuses.getOrDefault(operation.id(), Map.of()));
    }
}
