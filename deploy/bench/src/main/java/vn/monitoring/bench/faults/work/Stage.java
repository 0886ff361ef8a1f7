package vn.monitoring.bench.faults.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.monitoring.bench.Site;
import vn.monitoring.bench.country.Country;
import vn.monitoring.bench.faults.work.Slots.Slot;
import vn.monitoring.bench.load.CountryLoad;
import vn.monitoring.bench.load.NationalAccounts;
import vn.monitoring.bench.load.TaskLoad;
import vn.monitoring.client.Api;
import vn.monitoring.client.Screen;
import vn.monitoring.client.Session;
import vn.monitoring.client.UnexpectedAnswer;
import vn.monitoring.client.Wait;
import vn.monitoring.client.Write;

/// What the clients work on: a small generated country, and a few aggregates that are edited by many. Made before
/// anything is hurt.
///
/// @param batched months from which on batches report, older than those of single figures
record Stage(
        List<UUID> indicators,
        List<UUID> plans,
        List<String> provinces,
        Slots slots,
        List<YearMonth> batched,
        List<Editor.Sheet> figures,
        List<Editor.Sheet> tasks,
        List<Editor.Sheet> sections) {

    private static final Country.Size SIZE = new Country.Size(2, 6, 12, Country.Size.FULL.seed());
    private static final int TASKS_PER_PLAN = 4;
    private static final int WIDTH = 4;
    private static final int SHEETS = 3;

    /// Each has room for the words of some nine minutes of one of three that are edited at once.
    private static final int DRAFTS = 30;

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int YEARS_OF_SINGLE_FIGURES = 20;
    private static final int MONTHS_A_BATCHER = 12;

    private record Item(UUID id) {}

    private record NewFigure(
            UUID indicatorId, String period, int numerator, int denominator, LocalDate asOf, String note) {}

    private record NewTask(String title, String work) {}

    private record NewRegime(
            String name,
            String receiverUnitCode,
            String receiverName,
            String senderRule,
            List<String> senders,
            List<String> frequencies,
            String calendar) {}

    private record NewPeriod(String period) {}

    private record NewReport(String obligationId) {}

    /// @throws vn.monitoring.client.ClientFailure when the platform does not answer, or refuses something
    static Stage prepare(Site site, Api api, Tools tools) {
        Country country = Country.of(SIZE);
        Screen silent = new Screen(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        new CountryLoad(api, site.keycloak(), silent, country, List.of(), TASKS_PER_PLAN, WIDTH).run();
        Session loader = api.as(NationalAccounts.LOADER);
        Set<String> units = new TreeSet<>();
        country.provinces().forEach(province -> units.add(province.code()));
        List<String> provinces = List.copyOf(units);
        country.communes().forEach(commune -> units.add(commune.code()));
        List<TaskLoad.Plan> plans = TaskLoad.plans(loader).stream()
                .filter(plan -> units.contains(plan.unitCode()))
                .toList();
        List<UUID> indicators = plans.stream()
                .flatMap(plan -> loader.list("/api/v1/plans/" + plan.id() + "/indicators", Item.class).stream())
                .map(Item::id)
                .toList();
        List<UUID> planIds = plans.stream().map(TaskLoad.Plan::id).toList();
        YearMonth newest = YearMonth.now(ZONE).minusMonths(1);
        YearMonth newestBatch = newest.minusYears(YEARS_OF_SINGLE_FIGURES);
        Slots slots = new Slots(indicators, newest);
        return new Stage(
                indicators,
                planIds,
                provinces,
                slots,
                List.of(newestBatch, newestBatch.minusMonths(MONTHS_A_BATCHER)),
                figures(loader, slots, tools),
                tasks(loader, planIds, tools),
                sections(loader, provinces, newest, tools));
    }

    private static List<Editor.Sheet> figures(Session loader, Slots slots, Tools tools) {
        List<Editor.Sheet> sheets = new ArrayList<>();
        while (sheets.size() < SHEETS) {
            Slot slot = slots.take();
            try {
                JsonNode made = loader.write(Write.post(
                                "/api/v1/measurements",
                                new NewFigure(
                                        slot.indicator(),
                                        slot.month().toString(),
                                        0,
                                        1_000_000,
                                        slot.month().atEndOfMonth(),
                                        "")))
                        .as(JsonNode.class);
                sheets.add(new Sheets.Figure(made.path("id").asText()));
            } catch (UnexpectedAnswer answer) {
                if (!answer.code().equals("MEASUREMENT_DUPLICATE")) {
                    throw answer;
                }
                slots.skip(slot);
            }
        }
        sheets.forEach(
                sheet -> tools.journal().add(new JournalLine.Edited(sheet.operation(), sheet.subject(), Map.of())));
        return List.copyOf(sheets);
    }

    private static List<Editor.Sheet> tasks(Session loader, List<UUID> plans, Tools tools) {
        List<Editor.Sheet> sheets = new ArrayList<>();
        for (int sheet = 0; sheet < DRAFTS; sheet++) {
            Write write = Write.post(
                            "/api/v1/plans/" + plans.get(sheet % plans.size()) + "/tasks",
                            new NewTask("Nhiệm vụ nhiều người cùng sửa " + tools.run(), "Nội dung"))
                    .once(tools.run() + "/task/" + sheet);
            JsonNode made = Wait.whileRefused(
                            "the plan is known to the task-service",
                            Set.of("PLAN_NOT_FOUND"),
                            () -> loader.write(write))
                    .as(JsonNode.class);
            Editor.Sheet draft = new Sheets.TaskDraft(made.path("id").asText());
            sheets.add(draft);
            tools.journal().add(new JournalLine.Edited(draft.operation(), draft.subject(), Map.of()));
        }
        return List.copyOf(sheets);
    }

    private static List<Editor.Sheet> sections(Session loader, List<String> provinces, YearMonth month, Tools tools) {
        List<Editor.Sheet> sheets = new ArrayList<>();
        for (String province : provinces) {
            Write regimeOfMany = Write.post(
                    "/api/v1/report-regimes",
                    new NewRegime(
                            "Báo cáo nhiều người cùng soạn " + tools.run(),
                            province,
                            "Bộ Khoa học và Công nghệ",
                            "LISTED",
                            List.of(province),
                            List.of("MONTH"),
                            "DECREE"));
            String regime = Wait.whileRefused(
                            "the unit " + province + " is known to the report-service",
                            Set.of("NOT_FOUND"),
                            () -> loader.write(regimeOfMany.once(tools.run() + "/regime/" + province)))
                    .as(JsonNode.class)
                    .path("id")
                    .asText();
            String obligation = loader.write(Write.post(
                            "/api/v1/report-regimes/" + regime + "/periods", new NewPeriod(month.toString())))
                    .as(JsonNode.class)
                    .path("obligations")
                    .path(0)
                    .path("id")
                    .asText();
            JsonNode report = loader.write(Write.post("/api/v1/reports", new NewReport(obligation)))
                    .as(JsonNode.class);
            String key = report.path("sections").path(0).path("key").asText();
            Editor.Sheet section = new Sheets.Section(report.path("id").asText(), key);
            sheets.add(section);
            tools.journal().add(new JournalLine.Edited(section.operation(), section.subject(), Map.of("section", key)));
        }
        return List.copyOf(sheets);
    }
}
