package vn.monitoring.bench.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.country.ReportingPeriod;
import vn.monitoring.client.Screen;
import vn.monitoring.client.TextTable;

/// What a load did, for people and for programs.
public record LoadReport(
        Country country,
        List<ReportingPeriod> periods,
        int tasksPerPlan,
        List<LoadStep> steps,
        List<String> failures,
        double seconds) {

    public boolean isComplete() {
        return steps.stream().allMatch(step -> step.failed() == 0);
    }

    boolean changedSomething() {
        return steps.stream().anyMatch(LoadStep::changedSomething);
    }

    public void show(Screen screen) {
        TextTable table =
                new TextTable("step", "all", "created", "updated", "unchanged", "failed", "seconds", "per second");
        for (LoadStep step : steps) {
            table.row(
                    step.name(),
                    step.all(),
                    step.created(),
                    step.updated(),
                    step.unchanged(),
                    step.failed(),
                    "%.1f".formatted(step.seconds()),
                    step.rate());
        }
        screen.line("");
        screen.table(table);
        failures.forEach(failure -> screen.line("✗ " + failure));
        screen.line("");
        if (!isComplete()) {
            screen.line("Not everything was taken: correct what the lines above name, then load again.");
        } else if (changedSomething()) {
            screen.line("The country is loaded (%.0f s).".formatted(seconds));
        } else {
            screen.line("Nothing was changed: everything was there already (%.0f s).".formatted(seconds));
        }
    }

    /// As `--json` writes it; times in seconds.
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("provinces", country.provinces().size());
        json.put("communes", country.communes().size());
        json.put("indicators", country.indicators().size());
        json.put("seed", country.size().seed());
        json.put("periods", periods.stream().map(ReportingPeriod::key).toList());
        json.put("tasksPerPlan", tasksPerPlan);
        json.put("changed", changedSomething());
        json.put("complete", isComplete());
        json.put("seconds", seconds);
        json.put("steps", steps);
        json.put("failures", failures);
        return json;
    }
}
