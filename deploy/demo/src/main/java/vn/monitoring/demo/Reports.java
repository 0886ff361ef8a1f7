package vn.monitoring.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.monitoring.client.Api;
import vn.monitoring.client.Screen;
import vn.monitoring.client.Session;
import vn.monitoring.client.UnexpectedAnswer;
import vn.monitoring.client.Write;

/// The reporting regimes of the four plans, and the reports of the last quarter whose figures are cut off.
final class Reports {

    private static final String TEXT = "Đề nghị cấp trên hỗ trợ kinh phí và nhân lực chuyên trách công nghệ thông tin.";

    /// How far each commune has come with its report.
    private enum Reach {
        ACCEPTED_AFTER_RETURN,
        ACCEPTED,
        SUBMITTED,
        DRAFTED
    }

    private record Regime(String id, String name) {}

    private record NewPeriod(String period) {}

    private record OpenPeriod(int created, int existing, List<Obligation> obligations) {}

    private record Obligation(
            String id,
            String unitCode,
            LocalDate cutOffOn,
            String status,
            @Nullable String reportId) {}

    private record Draft(String obligationId) {}

    private record Return(String reason) {}

    private record Correction(String reason, List<String> parts) {}

    private record SectionText(String text) {}

    private record Nothing() {}

    private final Api api;
    private final Screen screen;
    private final Checks checks;
    private final LocalDate today;
    private final Papers papers;

    Reports(Api api, Screen screen, Checks checks, LocalDate today, Path folder) {
        this.api = api;
        this.screen = screen;
        this.checks = checks;
        this.today = today;
        this.papers = new Papers(screen, checks, folder);
    }

    void bring(List<ImportedPlan> plans) {
        String quarter = ReportingCalendar.lastQuarter(today).period();
        screen.step("Reports of %s, each with the figures as at the cut-off of its regime".formatted(quarter));
        for (ImportedPlan plan : plans) {
            Regime regime = bringRegime(plan.sample());
            Obligation obligation = openPeriod(plan.sample(), regime, quarter);
            bringReport(plan, obligation, obligation.cutOffOn());
            papers.fetch(plan.sample(), api.as(plan.sample().leader()), obligation.id());
        }
        screen.line("  the documents lie in " + papers.folder());
    }

    /// The plan's own regime that asks for quarterly reports, as its facts tell.
    private Regime bringRegime(SamplePlan plan) {
        Session receiver = receiver(plan);
        JsonNode wanted = plan.quarterlyRegime();
        String name = wanted.path("name").asText();
        Optional<Regime> present = receiver.list("/api/v1/report-regimes", Regime.class).stream()
                .filter(regime -> regime.name().equals(name))
                .findFirst();
        return present.orElseGet(() -> receiver.write(
                        Write.post("/api/v1/report-regimes", wanted).once("regime/" + plan.slug()))
                .as(Regime.class));
    }

    private Obligation openPeriod(SamplePlan plan, Regime regime, String period) {
        Session receiver = receiver(plan);
        String list = "/api/v1/report-obligations?regimeId=%s&period=%s".formatted(regime.id(), period);
        List<Obligation> present = receiver.list(list, Obligation.class);
        if (!present.isEmpty()) {
            return present.getFirst();
        }
        OpenPeriod opened = receiver.write(
                        Write.post("/api/v1/report-regimes/" + regime.id() + "/periods", new NewPeriod(period))
                                .once("period/%s/%s".formatted(plan.slug(), period)))
                .as(OpenPeriod.class);
        checks.equal(
                "Obligations of %s for %s".formatted(plan.name(), period),
                1,
                opened.obligations().size());
        return opened.obligations().getFirst();
    }

    private void bringReport(ImportedPlan imported, Obligation obligation, LocalDate cutOff) {
        SamplePlan plan = imported.sample();
        Session sender = api.as(plan.reporter());
        Report report = findReport(sender, obligation).orElseGet(() -> draft(sender, obligation));
        checkFigures(imported, report, cutOff);
        while (true) {
            Optional<Report> next = advance(plan, report);
            if (next.isEmpty()) {
                return;
            }
            report = next.get();
        }
    }

    /// Where the platform has drafted it meanwhile by itself, that one.
    private static Report draft(Session sender, Obligation obligation) {
        try {
            return sender.write(Write.post("/api/v1/reports", new Draft(obligation.id()))
                            .once("report/" + obligation.id()))
                    .as(Report.class);
        } catch (UnexpectedAnswer answer) {
            if (!answer.code().equals("REPORT_EXISTS")) {
                throw answer;
            }
            return findReport(sender, obligation).orElseThrow();
        }
    }

    private static Optional<Report> findReport(Session session, Obligation obligation) {
        return session.list("/api/v1/reports?unit=" + obligation.unitCode(), Report.Summary.class).stream()
                .filter(report -> report.obligationId().equals(obligation.id()))
                .findFirst()
                .map(report -> session.get("/api/v1/reports/" + report.id(), Report.class));
    }

    /// Every indicator with a verified figure up to the cut-off stands in the report.
    private void checkFigures(ImportedPlan plan, Report report, LocalDate cutOff) {
        List<String> reported = Measurements.stories(api, plan, today).stream()
                .filter(story -> story.figures().stream().anyMatch(figure -> isKnownAt(cutOff, figure)))
                .map(story -> story.indicator().id())
                .toList();
        long missing = reported.stream()
                .filter(indicator -> !report.figures().hasIndicator(indicator))
                .count();
        checks.equal(
                "Reported indicators missing in the report of " + plan.sample().name(), 0L, missing);
        checks.isTrue(
                "The report of " + plan.sample().name() + " has no tasks",
                !report.figures().tasks().isEmpty());
    }

    private static boolean isKnownAt(LocalDate cutOff, Figure figure) {
        return figure.fate() != Figure.Fate.PENDING && !figure.asOf().isAfter(cutOff);
    }

    /// One step further, empty where this commune's report has come as far as it shall.
    private Optional<Report> advance(SamplePlan plan, Report report) {
        Reach reach = reach(plan);
        return switch (report.status()) {
            case "DRAFT" -> reach == Reach.DRAFTED ? Optional.empty() : Optional.of(complete(plan, report));
            case "RETURNED" -> Optional.of(revise(plan, report));
            case "ACCEPTED" ->
                reach == Reach.ACCEPTED && Integer.valueOf(1).equals(report.edition())
                        ? Optional.of(openCorrection(plan, report))
                        : Optional.empty();
            case "CORRECTING" -> Optional.of(revise(plan, report));
            case "SUBMITTED" -> judge(plan, report, reach);
            default -> Optional.empty();
        };
    }

    private Report complete(SamplePlan plan, Report report) {
        Predicate<Report.Section> written =
                section -> section.key().equals("proposals") && section.text().equals(TEXT);
        return report.sections().stream().anyMatch(written) ? submit(plan, report, "submit") : edit(plan, report, TEXT);
    }

    /// An accepted report is corrected in one section; both editions go on to verify.
    private Report openCorrection(SamplePlan plan, Report report) {
        Correction correction =
                new Correction("Bổ sung số liệu theo ý kiến của cấp trên.", List.of("section:proposals"));
        return step(api.as(plan.head()), report, "corrections", correction, "correct");
    }

    private Report revise(SamplePlan plan, Report report) {
        String corrected = TEXT + " Đã bổ sung số liệu theo ý kiến của cấp trên.";
        boolean edited =
                report.sections().stream().anyMatch(section -> section.text().equals(corrected));
        return edited ? submit(plan, report, "submit-again") : edit(plan, report, corrected);
    }

    private Optional<Report> judge(SamplePlan plan, Report report, Reach reach) {
        return switch (reach) {
            case SUBMITTED, DRAFTED -> Optional.empty();
            case ACCEPTED -> Optional.of(accept(plan, report));
            case ACCEPTED_AFTER_RETURN ->
                Optional.of(report.returnedAt() == null ? sendBack(plan, report) : accept(plan, report));
        };
    }

    private Report edit(SamplePlan plan, Report report, String text) {
        return api.as(plan.reporter())
                .write(Write.put("/api/v1/reports/%s/sections/proposals".formatted(report.id()), new SectionText(text))
                        .ifMatch(report.etag()))
                .as(Report.class);
    }

    private Report submit(SamplePlan plan, Report report, String name) {
        return step(api.as(plan.head()), report, "submission", new Nothing(), name);
    }

    private Report accept(SamplePlan plan, Report report) {
        return step(receiver(plan), report, "acceptance", new Nothing(), "accept");
    }

    private Report sendBack(SamplePlan plan, Report report) {
        Return reason = new Return("Phần kiến nghị chưa nêu số liệu cụ thể. Đề nghị bổ sung và gửi lại.");
        return step(receiver(plan), report, "return", reason, "return");
    }

    private static Report step(Session session, Report report, String path, Object body, String name) {
        Write write = Write.post("/api/v1/reports/%s/%s".formatted(report.id(), path), body);
        String once = "report/%s/%s/%s".formatted(report.id(), name, report.edition());
        return session.write(write.ifMatch(report.etag()).once(once)).as(Report.class);
    }

    private Session receiver(SamplePlan plan) {
        return api.as("standing-" + plan.province());
    }

    private static Reach reach(SamplePlan plan) {
        return switch (plan.slug()) {
            case "kinh-mon" -> Reach.ACCEPTED_AFTER_RETURN;
            case "da-mai" -> Reach.ACCEPTED;
            case "phu-thai" -> Reach.SUBMITTED;
            default -> Reach.DRAFTED;
        };
    }

    static Set<String> expectedStatuses() {
        return Set.of("ACCEPTED", "SUBMITTED", "DRAFT");
    }
}
