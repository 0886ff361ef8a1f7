package vn.monitoring.bench.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.monitoring.bench.faults.check.CheckResult;
import vn.monitoring.bench.measure.Machine;
import vn.monitoring.client.Screen;
import vn.monitoring.client.TextTable;

/// What a run of the fault harness proved.
///
/// @param minutes how long faults were begun
public record FaultReport(
        Instant at, long seed, long minutes, Machine machine, List<Strike> faults, List<CheckResult> checks) {

    /// Seconds in which the platform has to be its old self after a fault is over.
    static final double MOST_RECOVERY = 30;

    /// Whether nothing was violated and every fault was recovered from in time.
    public boolean isClean() {
        return checks.stream().allMatch(CheckResult::holds) && slow().isEmpty();
    }

    private List<Strike> slow() {
        return faults.stream()
                .filter(strike -> !strike.isRecoveredWithin(MOST_RECOVERY))
                .toList();
    }

    public void show(Screen screen) {
        TextTable table = new TextTable("check", "", "what was looked at");
        checks.forEach(check ->
                table.row(check.name(), check.holds() ? "holds" : check.violated() + " violations", check.counted()));
        screen.table(table);
        for (CheckResult check : checks) {
            check.violations().forEach(violation -> screen.line("✗ " + check.name() + ": " + violation));
        }
        slow().forEach(strike -> screen.line("✗ Fault %d (%s): not recovered within %.0f s, last was %s"
                .formatted(strike.number(), strike.fault(), MOST_RECOVERY, strike.last())));
        screen.line("");
        screen.line(summary());
    }

    private String summary() {
        List<Double> recoveries = recoveries();
        String recovery = recoveries.isEmpty()
                ? "none was recovered from"
                : String.format(
                        Locale.ROOT,
                        "recovered after %.1f s in the middle, %.1f s at most",
                        recoveries.get(recoveries.size() / 2),
                        recoveries.getLast());
        long violations = checks.stream().mapToLong(CheckResult::violated).sum();
        return "%d faults in %d minutes with seed %d: %s; %s."
                .formatted(
                        faults.size(),
                        minutes,
                        seed,
                        recovery,
                        violations == 0 ? "nothing was violated" : violations + " violations");
    }

    private List<Double> recoveries() {
        List<Double> all = new ArrayList<>();
        for (Strike strike : faults) {
            Double took = strike.recovery();
            if (took != null) {
                all.add(took);
            }
        }
        all.sort(null);
        return all;
    }

    /// The whole run for a person to keep.
    public String markdown() {
        StringBuilder text = new StringBuilder("# Faults with seed %d, %s\n\n%s\n\n".formatted(seed, at, summary()));
        text.append("%d cores (%s), %,d MB, %s, PostgreSQL %s, commit %s, load average before %.1f%n%n"
                .formatted(
                        machine.cores(),
                        machine.processor(),
                        machine.memoryMegabytes(),
                        machine.jdk(),
                        machine.postgresql(),
                        machine.commit(),
                        machine.loadBefore()));
        text.append("| | fault | lasted | recovered after | last was |\n|---|---|---|---|---|\n");
        faults.forEach(strike -> text.append("| %d | %s | %.1f s | %s | %s |%n"
                .formatted(strike.number(), strike.fault(), strike.seconds(), recovery(strike), strike.last())));
        text.append("\n| check | | what was looked at |\n|---|---|---|\n");
        checks.forEach(
                check -> text.append("| %s | %s | %s |%n".formatted(check.name(), verdict(check), check.counted())));
        checks.forEach(check -> check.violations()
                .forEach(violation -> text.append("\n- **%s**: %s".formatted(check.name(), violation))));
        return text.toString();
    }

    private static String recovery(Strike strike) {
        Double took = strike.recovery();
        return took == null ? "not recovered" : "%.1f s".formatted(took);
    }

    private static String verdict(CheckResult check) {
        return check.holds() ? "holds" : check.violated() + " violations";
    }

    /// For machines.
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("faults", faults);
        json.put("checks", checks);
        json.put("summary", summary());
        json.put("clean", isClean());
        json.put("seed", seed);
        json.put("minutes", minutes);
        json.put("mostRecoverySeconds", MOST_RECOVERY);
        json.put("at", at);
        json.put("machine", machine);
        return json;
    }
}
