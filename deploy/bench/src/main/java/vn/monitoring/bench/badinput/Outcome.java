package vn.monitoring.bench.badinput;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.monitoring.client.Screen;
import vn.monitoring.client.TextTable;
import vn.monitoring.hostile.Contract.Operation;

/// What came of a run: for people on the screen, for machines as JSON.
///
/// @param tokenFunction a line of shell on which the commands that repeat a request count
public record Outcome(Extent extent, List<Operation> operations, Findings findings, String tokenFunction) {

    private static final int SHOWN = 40;

    public boolean isClean() {
        return findings.isClean();
    }

    /// The worst first: most findings, then most requests.
    public void show(Screen screen) {
        TextTable table = new TextTable("operation", "sent", "2xx 3xx", "4xx", "5xx", "none", "findings", "by status");
        operations.stream()
                .sorted(Comparator.comparingInt((Operation operation) -> -findings.of(operation))
                        .thenComparing(Operation::id))
                .forEach(operation -> row(table, operation));
        screen.table(table);
        if (!isClean()) {
            screen.line("");
            screen.line("To repeat a request, this first: " + tokenFunction);
        }
        findings.ofPlatform().forEach(wrong -> screen.line("✗ " + wrong));
        List<Finding> list = findings.list();
        for (Finding finding : list.subList(0, Math.min(SHOWN, list.size()))) {
            screen.line("");
            screen.line("✗ %s, %d times: %s".formatted(finding.operation(), finding.times(), finding.wrong()));
            screen.line("  %s, as %s, trace %s".formatted(finding.what(), finding.user(), finding.trace()));
            finding.repeat().forEach(line -> screen.line("  " + line));
        }
        if (list.size() > SHOWN) {
            screen.line("… and %d more in the JSON".formatted(list.size() - SHOWN));
        }
        List<String> never = neverTaken();
        if (!never.isEmpty()) {
            screen.line("");
            screen.line("No request was taken by %d operations, for want of something in the right state: %s"
                    .formatted(never.size(), String.join(", ", never)));
        }
        screen.line("");
        screen.line("%d requests to %d operations, seed %d: %s"
                .formatted(
                        requests(),
                        operations.size(),
                        extent.seed(),
                        isClean()
                                ? "no finding"
                                : (list.size() + findings.ofPlatform().size()) + " findings"));
    }

    private void row(TextTable table, Operation operation) {
        Map<Integer, Integer> statuses = findings.statusesOf(operation);
        table.row(
                operation.id(),
                sum(statuses, 0, 600),
                sum(statuses, 200, 400),
                sum(statuses, 400, 500),
                sum(statuses, 500, 600),
                sum(statuses, -1, 200),
                findings.of(operation),
                statuses.toString().replaceAll("[{}]", ""));
    }

    private static int sum(Map<Integer, Integer> statuses, int from, int to) {
        return statuses.entrySet().stream()
                .filter(status -> status.getKey() >= from && status.getKey() < to)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /// Operations of which only the refusals were tried.
    private List<String> neverTaken() {
        return operations.stream()
                .filter(operation -> sum(findings.statusesOf(operation), 200, 400) == 0)
                .map(Operation::id)
                .toList();
    }

    private int requests() {
        return operations.stream()
                .mapToInt(operation -> sum(findings.statusesOf(operation), -1, 600))
                .sum();
    }

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("command", "bad-input");
        json.put("requestsWanted", extent.requests());
        json.put("seed", extent.seed());
        json.put("requests", requests());
        json.put("clean", isClean());
        json.put("platform", findings.ofPlatform());
        json.put("findings", findings.list());
        json.put("neverTaken", neverTaken());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Operation operation : operations) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("operation", operation.id());
            row.put("request", operation.toString());
            row.put("findings", findings.of(operation));
            row.put("statuses", new TreeMap<>(findings.statusesOf(operation)));
            rows.add(row);
        }
        json.put("operations", rows);
        return json;
    }
}
