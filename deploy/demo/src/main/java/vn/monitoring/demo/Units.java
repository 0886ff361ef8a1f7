package vn.monitoring.demo;

import java.util.List;
import java.util.stream.Collectors;
import vn.monitoring.client.Answer;
import vn.monitoring.client.Api;
import vn.monitoring.client.Screen;
import vn.monitoring.client.Session;
import vn.monitoring.client.TextTable;
import vn.monitoring.client.Write;

/// Brings the two provinces, four communes and their agencies, each province's by its own administrator.
final class Units {

    /// What the batch answers.
    private record BatchAnswer(BatchSummary summary) {}

    private record BatchSummary(int rowsIn, int created, int updated, int unchanged, int failed) {}

    private final Api api;
    private final Screen screen;
    private final Checks checks;

    Units(Api api, Screen screen, Checks checks) {
        this.api = api;
        this.screen = screen;
        this.checks = checks;
    }

    void bring() {
        screen.step("Units: two provinces, four communes and their agencies");
        List<String> lines = SamplePlan.unitsCsv().lines().toList();
        TextTable table = new TextTable("province", "rows", "created", "unchanged", "failed");
        for (String province : SamplePlan.PROVINCES) {
            String csv = linesOf(province, lines);
            Session admin = api.as("admin-" + province);
            BatchSummary trial = batch(admin.rehearse(Write.csv("/api/v1/units:batch?dryRun=true", csv)));
            BatchSummary summary = trial;
            if (trial.unchanged() < trial.rowsIn()) {
                summary =
                        batch(admin.write(Write.csv("/api/v1/units:batch", csv).once("units/" + province)));
            }
            table.row(province, summary.rowsIn(), summary.created(), summary.unchanged(), summary.failed());
            checks.equal("Units of province " + province + " refused", 0, summary.failed());
            checks.equal(
                    "Rows of units of province " + province,
                    (int) csv.lines().skip(1).count(),
                    summary.rowsIn());
        }
        screen.table(table);
    }

    private static BatchSummary batch(Answer answer) {
        return answer.as(BatchAnswer.class).summary();
    }

    private static String linesOf(String province, List<String> lines) {
        List<String> communes = SamplePlan.ALL.stream()
                .filter(plan -> plan.province().equals(province))
                .map(SamplePlan::unit)
                .toList();
        return lines.stream()
                .filter(line -> line.equals(lines.getFirst()) || isOf(province, communes, line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean isOf(String province, List<String> communes, String line) {
        String code = line.substring(0, line.indexOf(','));
        return code.equals(province)
                || communes.stream().anyMatch(commune -> code.equals(commune) || code.startsWith(commune + "."));
    }
}
