package vn.monitoring.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Parallel;
import vn.monitoring.client.Screen;
import vn.monitoring.client.Session;
import vn.monitoring.client.TextTable;
import vn.monitoring.client.Wait;
import vn.monitoring.client.Write;

/// Imports the four workbooks as their standing bodies would: a dry run first, then for good.
final class Plans {

    private static final String INDICATORS = "Chỉ tiêu";
    private static final String TASKS = "Nhiệm vụ";
    private static final int PLACES_SHOWN = 3;

    /// A plan in a list.
    private record PlanItem(String id, String unitCode, String title) {}

    private final Api api;
    private final Screen screen;
    private final Checks checks;

    Plans(Api api, Screen screen, Checks checks) {
        this.api = api;
        this.screen = screen;
        this.checks = checks;
    }

    List<ImportedPlan> bring() {
        screen.step("Plans: four workbooks, dry run first");
        Map<SamplePlan, Imported> all = new ConcurrentHashMap<>();
        Parallel.forEach(SamplePlan.ALL, plan -> all.put(plan, bring(plan)));
        List<Imported> imported = SamplePlan.ALL.stream().map(all::get).toList();
        showCounts(imported);
        imported.forEach(this::showFindings);
        return imported.stream().map(Imported::plan).toList();
    }

    private Imported bring(SamplePlan plan) {
        Session standingBody = api.as(plan.standingBody());
        Optional<PlanItem> present = findPlan(standingBody, plan);
        Sheet indicators = importSheet(
                plan,
                INDICATORS,
                plan.indicators(),
                present.isPresent(),
                dryRun -> Write.multipart("/api/v1/plans/imports?dryRun=" + dryRun, plan.workbook(), plan.planHead()));
        String id = present.or(() -> findPlan(standingBody, plan))
                .map(PlanItem::id)
                .orElseThrow(() -> new ClientFailure("The plan of " + plan.name() + " was imported but is not listed"));
        Sheet tasks = importSheet(
                plan,
                TASKS,
                plan.tasks(),
                isImported(standingBody, id),
                dryRun -> Write.multipart(
                        "/api/v1/plans/%s/task-imports?dryRun=%s".formatted(id, dryRun), plan.workbook(), null));
        checkFindings(plan, INDICATORS, indicators.result());
        checkFindings(plan, TASKS, tasks.result());
        return new Imported(new ImportedPlan(plan, id), indicators, tasks);
    }

    private void showCounts(List<Imported> imported) {
        TextTable table =
                new TextTable("plan", "sheet", "rows", "accepted", "flagged", "to decide", "rejected", "state");
        for (Imported plan : imported) {
            plan.indicators().addTo(table, plan.plan().sample());
            plan.tasks().addTo(table, plan.plan().sample());
        }
        screen.table(table);
    }

    /// By its title: the unit may have other plans, such as a generated one.
    private static Optional<PlanItem> findPlan(Session session, SamplePlan plan) {
        return session.list("/api/v1/plans?unit=" + plan.unit(), PlanItem.class).stream()
                .filter(item ->
                        item.unitCode().equals(plan.unit()) && item.title().equals(plan.title()))
                .findFirst();
    }

    private static boolean isImported(Session session, String planId) {
        return !session.list("/api/v1/tasks?planId=" + planId, Task.class).isEmpty();
    }

    /// @param rows how many the printed table holds
    private Sheet importSheet(
            SamplePlan plan, String sheet, int rows, boolean present, Function<Boolean, Write> request) {
        Session standingBody = api.as(plan.standingBody());
        String what = "%s, sheet %s".formatted(plan.name(), sheet);
        ImportResult trial = Wait.whileRefused(
                what + " can be imported",
                Set.of("PLAN_NOT_FOUND", "NOT_FOUND"),
                () -> standingBody.rehearse(request.apply(true)).as(ImportResult.class));
        checkCounts(what + " (dry run)", rows, trial);
        if (present) {
            checks.equal(
                    what + ": rows unchanged since the import before",
                    trial.counts().stored(),
                    trial.counts().unchanged());
            return new Sheet(sheet, trial, true);
        }
        ImportResult result = standingBody
                .write(request.apply(false).once("import/" + plan.slug() + "/" + sheet))
                .as(ImportResult.class);
        checkCounts(what, rows, result);
        checks.equal(what + ": outcomes of the dry run", trial.counts(), result.counts());
        return new Sheet(sheet, result, false);
    }

    private void checkCounts(String what, int rows, ImportResult result) {
        ImportResult.Counts counts = result.counts();
        checks.equal(what + ": rows in", rows, counts.rowsIn());
        checks.equal(what + ": rows out and rejected", counts.rowsIn(), counts.stored() + counts.rejected());
        checks.equal(what + ": rows shown", counts.rowsIn(), result.rows().size());
    }

    private void checkFindings(SamplePlan plan, String sheet, ImportResult result) {
        plan.expectedFindings().stream()
                .filter(expected -> expected.isOn(sheet) && !expected.isReportedBy(result))
                .forEach(missing -> checks.fail("%s: %s at %s (\"%s\") was not reported"
                        .formatted(
                                plan.name(),
                                String.join(" or ", missing.codes()),
                                missing.place(),
                                missing.verbatim())));
    }

    /// The same words with the same finding share a line; what an earlier run has imported is not told again.
    private void showFindings(Imported plan) {
        Map<String, List<ImportResult.Finding>> alike = Stream.of(plan.indicators(), plan.tasks())
                .filter(sheet -> !sheet.wasThere())
                .flatMap(sheet -> sheet.result().findings())
                .collect(Collectors.groupingBy(
                        finding -> finding.code() + "|" + finding.verbatim(), LinkedHashMap::new, Collectors.toList()));
        if (alike.isEmpty()) {
            return;
        }
        TextTable table = new TextTable("cell", "as printed", "code", "what it means");
        alike.values()
                .forEach(findings -> table.row(
                        places(findings),
                        findings.getFirst().verbatim(),
                        findings.getFirst().code(),
                        findings.getFirst().message().en()));
        screen.line("");
        screen.line(
                "What the import of %s noticed:".formatted(plan.plan().sample().name()));
        screen.table(table);
    }

    private static String places(List<ImportResult.Finding> findings) {
        String shown = findings.stream()
                .limit(PLACES_SHOWN)
                .map(ImportResult.Finding::place)
                .collect(Collectors.joining(" "));
        int more = findings.size() - PLACES_SHOWN;
        return more > 0 ? shown + " +" + more : shown;
    }

    private record Imported(ImportedPlan plan, Sheet indicators, Sheet tasks) {}

    /// @param wasThere whether an earlier run imported it; the result is then that of a dry run
    private record Sheet(String name, ImportResult result, boolean wasThere) {

        void addTo(TextTable table, SamplePlan plan) {
            ImportResult.Counts counts = result.counts();
            table.row(
                    plan.name(),
                    name,
                    counts.rowsIn(),
                    counts.accepted(),
                    counts.flagged(),
                    counts.needsDecision(),
                    counts.rejected(),
                    wasThere ? "was there" : "imported");
        }
    }
}
