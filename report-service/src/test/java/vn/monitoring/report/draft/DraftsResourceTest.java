package vn.monitoring.report.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.report.Given;
import vn.monitoring.report.fact.FigureKind;
import vn.monitoring.report.fact.FrozenFigures;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class DraftsResourceTest {

    @Inject
    TestClock clock;

    @Inject
    DraftingSchedule schedule;

    @Inject
    Drafting drafting;

    @Inject
    OpenDrafts drafts;

    @Inject
    FrozenFigures frozen;

    private final UUID plan = UUID.randomUUID();
    private final UUID indicator = UUID.randomUUID();

    @BeforeEach
    void start() {
        clock.setToday(LocalDate.parse("2026-09-18"));
        Given.units();
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void draftsWhatNobodyHasDrafted() {
        Given.toldGrade(Given.grade(indicator, plan, "2026-09-10", "ON_TRACK", 72.1, 1));
        Given.until("select count(*) from grade_fact", 1);
        String regime = Given.regime();
        String mine = Given.obligation(regime, "2026-Q3", "10675");
        String other = Given.obligation(regime, "2026-Q3", "11002");
        Given.as("reporter", "11002")
                .body(Map.of("obligationId", other))
                .post("/api/v1/reports")
                .then()
                .statusCode(201);

        draft("standing-body", "31", regime, "2026-Q3")
                .then()
                .statusCode(200)
                .body("owed", equalTo(2))
                .body("drafted", equalTo(1))
                .body("present", equalTo(1))
                .body("open", equalTo(0));
        draft("province-admin", "31", regime, "2026-Q3")
                .then()
                .body("drafted", equalTo(0))
                .body("present", equalTo(2));

        Given.as("reporter", "10675")
                .get("/api/v1/reports/" + mine)
                .then()
                .body("draftedBy", equalTo("standing-body-31"))
                .body("figures.indicators", hasSize(1))
                .body("sections[0].text", containsString("72,1%"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(Events.read("monitoring.report", mine)).hasSize(2));
        Events.Event event = Events.read("monitoring.report", mine).getLast();
        assertThat(event.type()).isEqualTo("vn.monitoring.report.drafted.v1");
        assertThat(EventSchemas.violations(event.type(), event.data().toString()))
                .isEmpty();
    }

    @Test
    void draftsEachReportOnceHoweverManyAskAtOnce() {
        String regime = Given.regime();
        Given.open(regime, "2026-Q3");
        List<CompletableFuture<Response>> answers = IntStream.range(0, 5)
                .mapToObj(
                        number -> CompletableFuture.supplyAsync(() -> draft("standing-body", "31", regime, "2026-Q3")))
                .toList();

        assertThat(answers.stream()
                        .map(CompletableFuture::join)
                        .mapToInt(answer -> answer.path("drafted"))
                        .sum())
                .isEqualTo(2);
        assertThat(TestDatabase.shared().ask("select count(*) from report_section"))
                .isEqualTo("12");
    }

    @Test
    void theClockDraftsOnceTheFactsHaveHadTimeToCome() {
        clock.set(Instant.parse("2026-09-14T10:00:00Z"));
        String regime = Given.regime();
        Given.open(regime, "2026-Q3");
        TestDatabase.shared().execute("update report_obligation set opened_at = '2026-09-14T10:00:00Z'");

        clock.set(Instant.parse("2026-09-14T17:29:59Z"));
        schedule.draftWhatIsOpen();
        assertThat(drafts()).isEqualTo("0");
        clock.set(Instant.parse("2026-09-14T17:30:00Z"));
        schedule.draftWhatIsOpen();
        assertThat(drafts()).isEqualTo("2");
        Given.as("standing-body", "31")
                .get("/api/v1/report-obligations?regimeId=" + regime)
                .then()
                .body("items.status", everyItem(equalTo("DRAFTED")));
    }

    @Test
    void writesTheTextsAnewFromTheFiguresAsTheyAreFrozenNow() {
        Given.toldGrade(Given.grade(indicator, plan, "2026-09-10", "ON_TRACK", 72.1, 1));
        Given.until("select count(*) from grade_fact", 1);
        String regime = Given.regime();
        UUID report = UUID.fromString(Given.obligation(regime, "2026-Q3", "10675"));
        draft("standing-body", "31", regime, "2026-Q3").then().statusCode(200);
        assertThat(drafting.generatedTexts(report).get("indicators")).contains("72,1%");

        Given.toldGrade(Given.grade(indicator, plan, "2026-09-12", "ACHIEVED", 85, 2));
        Given.until("select count(*) from grade_fact", 2);
        FrozenFigures.Taken taken =
                new FrozenFigures.Taken("reporter-10675", Instant.parse("2026-09-18T01:00:00Z"), "Số liệu đến muộn");
        frozen.refresh(report, FigureKind.GRADE, indicator, taken);

        assertThat(drafting.generatedTexts(report).get("indicators"))
                .contains("85%")
                .doesNotContain("72,1%");
    }

    @Test
    void refusesWhoMayNotAndWhatCannotBe() {
        String regime = Given.regime();
        RestAssured.given()
                .post("/api/v1/report-regimes/" + regime + "/periods/2026-Q3/drafts")
                .then()
                .statusCode(401);
        draft("reporter", "10675", regime, "2026-Q3").then().statusCode(403);
        draft("standing-body", "24", regime, "2026-Q3").then().statusCode(404);
        draft("standing-body", "10675", regime, "2026-Q3").then().statusCode(404);
        draft("standing-body", "31", regime, "2026-Q3").then().statusCode(404);
        Given.open(regime, "2026-Q4").then().statusCode(201);
        draft("standing-body", "31", regime, "2026-Q4")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("CUT_OFF_NOT_REACHED"))
                .body("cutOffAt", equalTo("2026-12-14T17:00:00Z"));
    }

    /// By hand: `-Dbench.senders=3321` drafts as many reports with 25 indicators (three grades each) and 30 tasks each.
    @Test
    @EnabledIfSystemProperty(named = "bench.senders", matches = "\\d+")
    void draftsTheWholeCountryAtOneCutOff() {
        int senders = Integer.getInteger("bench.senders", 0);
        TestDatabase database = TestDatabase.shared();
        database.execute("""
                insert into unit (code, parent_code, path, type, name, version)
                select 'C' || n, '31', ('31.C' || n)::ltree, 'COMMUNE_XA', 'Xã số ' || n, 1 from generate_series(1, %d) n""".formatted(senders));
        String grade =
                Given.grade(indicator, plan, "2026-09-10", "ON_TRACK", 72.1, 1).toString();
        String task =
                Given.task(indicator, plan, "2026-08-20", "WITHIN_TIME", 1).toString();
        database.execute("""
                insert into grade_fact (event_id, indicator_id, plan_id, unit_code, as_of, version, data)
                select gen_random_uuid()::text, md5(u || ' ' || i)::uuid, md5('p' || u)::uuid, 'C' || u, d::date, 1,
                    '%s'::jsonb || jsonb_build_object('indicatorId', md5(u || ' ' || i)::uuid, 'unitCode', 'C' || u, 'asOf', d::date, 'indicatorNumber', i::text)
                from generate_series(1, %d) u, generate_series(1, 25) i, unnest(array['2025-09-10', '2026-06-10', '2026-09-10']) d""".formatted(grade.replace("'", "''"), senders));
        database.execute("""
                insert into task_fact (event_id, task_id, plan_id, unit_code, business_date, version, data)
                select gen_random_uuid()::text, md5('t' || u || ' ' || i)::uuid, md5('p' || u)::uuid, 'C' || u, '2026-08-20', 1,
                    '%s'::jsonb || jsonb_build_object('id', md5('t' || u || ' ' || i)::uuid, 'unitCode', 'C' || u, 'responsibleUnitCode', 'C' || u, 'number', i::text)
                from generate_series(1, %d) u, generate_series(1, 30) i""".formatted(task.replace("'", "''"), senders));
        database.execute("analyze");
        String regime = Given.regime();
        Given.open(regime, "2026-Q3").then().statusCode(201);

        long begun = System.nanoTime();
        int drafted = drafts.draftAll(
                new OpenDrafts.Wanted(
                        LocalDate.parse("2026-09-18"), clock.instant(), UUID.fromString(regime), "2026-Q3"),
                "standing-body-31");
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(drafted).isEqualTo(senders + 2);
        assertThat(database.ask("select count(*) from report_figure")).isEqualTo(Integer.toString(55 * senders));
        assertThat(taken).as("%d drafts", senders).isLessThan(Duration.ofSeconds(60));
        System.getLogger("bench").log(System.Logger.Level.INFO, "{0} drafts in {1}", senders, taken);
    }

    private static String drafts() {
        return String.valueOf(TestDatabase.shared().ask("select count(*) from report"));
    }

    private static Response draft(String role, String unit, String regime, String period) {
        return Given.as(role, unit).post("/api/v1/report-regimes/" + regime + "/periods/" + period + "/drafts");
    }
}
