package vn.monitoring.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.monitoring.bench.country.CatalogueEntry;
import vn.monitoring.bench.country.Commune;
import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.country.GeneratedFigure;
import vn.monitoring.bench.country.PlanFile;
import vn.monitoring.bench.country.Province;
import vn.monitoring.bench.country.ReportingPeriod;
import vn.monitoring.client.Answer;
import vn.monitoring.client.Api;
import vn.monitoring.client.ClientFailure;
import vn.monitoring.client.Parallel;
import vn.monitoring.client.Screen;
import vn.monitoring.client.Session;
import vn.monitoring.client.Write;

/// Fills the platform step by step: accounts, units, plans, tasks, figures, their verification. Each step leaves alone
/// what is
/// there already, so that a load that was cut off goes on and a second one changes nothing.
public final class CountryLoad {

    private static final int ROWS_A_BATCH = 100_000;
    private static final int FAILURES_SHOWN = 5;

    /// What a batch answers.
    private record BatchAnswer(Summary summary, List<Result> results) {

        private record Summary(int created, int updated, int unchanged, int failed) {}

        private record Result(int row, JsonNode problem) {}
    }

    /// A plan in a list.
    private record PlanItem(UUID id, String unitCode, String number, String title) {}

    /// An indicator in a list.
    private record IndicatorItem(UUID id, String canonicalCode) {}

    private final Api api;
    private final URI keycloak;
    private final Screen screen;
    private final Country country;
    private final List<ReportingPeriod> periods;
    private final int tasksPerPlan;
    private final int width;
    private final List<String> failures = new CopyOnWriteArrayList<>();

    /// @param periods whose figures are wanted; none for units and plans only
    /// @param tasksPerPlan 0 for none
    /// @param width how many plans are imported at once
    public CountryLoad(
            Api api,
            URI keycloak,
            Screen screen,
            Country country,
            List<ReportingPeriod> periods,
            int tasksPerPlan,
            int width) {
        this.api = api;
        this.keycloak = keycloak;
        this.screen = screen;
        this.country = country;
        this.periods = periods;
        this.tasksPerPlan = tasksPerPlan;
        this.width = width;
    }

    /// Runs all steps.
    ///
    /// @throws ClientFailure when the platform does not answer, or refuses a step as a whole
    public LoadReport run() {
        screen.step("A country of %,d provinces, %,d communes and %d indicators each"
                .formatted(
                        country.provinces().size(),
                        country.communes().size(),
                        country.indicators().size()));
        double begin = screen.seconds();
        List<LoadStep> steps = new ArrayList<>();
        steps.add(accounts());
        steps.add(units());
        steps.add(plans());
        if (tasksPerPlan > 0) {
            steps.addAll(new TaskLoad(api, screen, country, tasksPerPlan, width).run());
        }
        for (ReportingPeriod period : periods) {
            steps.add(figures(period));
            steps.add(verification(period));
        }
        return new LoadReport(
                country, periods, tasksPerPlan, List.copyOf(steps), List.copyOf(failures), screen.seconds() - begin);
    }

    private LoadStep accounts() {
        screen.step("Accounts in Keycloak");
        List<Accounts.Account> wanted = NationalAccounts.all();
        Tally tally = new Tally(screen, "accounts", wanted.size());
        try (Accounts accounts = new Accounts(keycloak)) {
            for (Accounts.Account account : wanted) {
                switch (accounts.ensure(account)) {
                    case CREATED -> tally.created(1);
                    case UPDATED -> tally.updated(1);
                    case UNCHANGED -> tally.unchanged(1);
                }
            }
        }
        return tally.end();
    }

    private LoadStep units() {
        screen.step("Units, as one batch");
        String csv = country.unitsCsv();
        Tally tally = new Tally(screen, "units", (int) csv.lines().skip(1).count());
        count(loader().write(Write.csv("/api/v1/units:batch?results=failed", csv)), tally, "unit");
        return tally.end();
    }

    private LoadStep plans() {
        screen.step("Plans, one file each, %d at once".formatted(width));
        List<PlanFile> wanted = Stream.concat(
                        country.provinces().stream().map(province -> PlanFile.of(province, country)),
                        country.communes().stream().map(commune -> PlanFile.of(commune, country)))
                .toList();
        Map<String, PlanItem> present = loader().list("/api/v1/plans", PlanItem.class).stream()
                .filter(plan -> PlanFile.NUMBER.equals(plan.number()))
                .collect(Collectors.toMap(PlanItem::unitCode, Function.identity()));
        Tally tally = new Tally(screen, "plans", wanted.size());
        List<PlanFile> open = new ArrayList<>();
        for (PlanFile plan : wanted) {
            PlanItem item = present.get(plan.unit());
            if (item != null && item.title().equals(plan.title())) {
                tally.unchanged(1);
            } else {
                open.add(plan);
            }
        }
        Parallel.forEach(open, width, plan -> {
            importPlan(plan);
            if (present.containsKey(plan.unit())) {
                tally.updated(1);
            } else {
                tally.created(1);
            }
        });
        return tally.end();
    }

    /// @throws ClientFailure unless every row was accepted as it stands
    private void importPlan(PlanFile plan) {
        Write write = Write.multipart(
                "/api/v1/plans/imports",
                new Write.FilePart("ke-hoach-570.csv", "text/csv", plan.table().getBytes(StandardCharsets.UTF_8)),
                new Write.JsonPart("plan", plan.head()));
        JsonNode result = loader().write(write).as(JsonNode.class);
        int accepted = result.path("counts").path("accepted").asInt();
        if (accepted != plan.indicators().size()) {
            throw new ClientFailure("Of the %d rows of the plan of %s %d were accepted as they stand: %s"
                    .formatted(plan.indicators().size(), plan.unit(), accepted, result.path("counts")));
        }
    }

    private LoadStep figures(ReportingPeriod period) {
        screen.step("Figures of " + period.key() + ", as a batch");
        List<String> lines = figureLines(period);
        Tally tally = new Tally(screen, "figures " + period.key(), lines.size());
        for (int from = 0; from < lines.size(); from += ROWS_A_BATCH) {
            String csv = lines.subList(from, Math.min(lines.size(), from + ROWS_A_BATCH)).stream()
                    .collect(Collectors.joining("", GeneratedFigure.CSV_HEADER + '\n', ""));
            count(loader().write(Write.csv("/api/v1/measurements:batch?results=failed", csv)), tally, "figure");
        }
        return tally.end();
    }

    private List<String> figureLines(ReportingPeriod period) {
        long seed = country.size().seed();
        List<String> lines = new ArrayList<>();
        for (Commune commune : country.communes()) {
            Map<String, UUID> ids = commune.isSample() ? indicatorIds(commune.code()) : Map.of();
            for (CatalogueEntry indicator : country.indicators()) {
                GeneratedFigure figure = GeneratedFigure.of(seed, commune.code(), indicator.code(), period, 0);
                UUID id = ids.get(indicator.code());
                lines.add(id == null ? figure.csv() : figure.csv(id));
            }
        }
        return lines;
    }

    /// Of the unit's generated plan, by their codes in the catalogue.
    private Map<String, UUID> indicatorIds(String unit) {
        return loader().list("/api/v1/plans?unit=" + unit, PlanItem.class).stream()
                .filter(plan -> unit.equals(plan.unitCode()) && PlanFile.NUMBER.equals(plan.number()))
                .flatMap(plan ->
                        loader().list("/api/v1/plans/" + plan.id() + "/indicators", IndicatorItem.class).stream())
                .collect(Collectors.toMap(IndicatorItem::canonicalCode, IndicatorItem::id));
    }

    private LoadStep verification(ReportingPeriod period) {
        screen.step("Verification of " + period.key() + ", province by province, by another user");
        Session verifier = api.as(NationalAccounts.VERIFIER);
        Tally tally = new Tally(
                screen,
                "verified " + period.key(),
                country.communes().size() * country.indicators().size());
        for (Province province : country.provinces()) {
            String path = "/api/v1/units/%s/periods/%s/verification".formatted(province.code(), period.key());
            JsonNode answer = verifier.write(Write.post(path, Map.of())).as(JsonNode.class);
            tally.created(answer.path("verified").asInt());
        }
        return tally.end();
    }

    private void count(Answer answer, Tally tally, String what) {
        BatchAnswer batch = answer.as(BatchAnswer.class);
        BatchAnswer.Summary summary = batch.summary();
        tally.created(summary.created());
        tally.updated(summary.updated());
        tally.unchanged(summary.unchanged());
        tally.failed(summary.failed());
        batch.results().stream()
                .limit(FAILURES_SHOWN)
                .forEach(result -> failures.add("%s in row %d: %s".formatted(what, result.row(), result.problem())));
    }

    private Session loader() {
        return api.as(NationalAccounts.LOADER);
    }
}
