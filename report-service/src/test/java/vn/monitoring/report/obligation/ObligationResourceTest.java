package vn.monitoring.report.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.report.Given;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class ObligationResourceTest {

    @Inject
    TestClock clock;

    @Inject
    OpeningSchedule schedule;

    @BeforeEach
    void start() {
        clock.setToday(LocalDate.parse("2026-10-20"));
        Given.units();
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void opensAPeriodOnceForEachSender() {
        String regime = Given.regime();

        Given.open(regime, "2026-Q3")
                .then()
                .statusCode(201)
                .body("from", equalTo("2026-06-15"))
                .body("cutOffOn", equalTo("2026-09-14"))
                .body("cutOffAt", equalTo("2026-09-14T17:00:00Z"))
                .body("created", equalTo(2))
                .body("existing", equalTo(0))
                .body("obligations.unitCode", contains("10675", "11002"))
                .body("obligations.status", contains("OPEN", "OPEN"))
                .body("obligations.dueOn", contains("2026-09-21", "2026-09-21"))
                .body("obligations.punctuality", contains("OVERDUE", "OVERDUE"));
        Given.open(regime, "2026-Q3")
                .then()
                .statusCode(200)
                .body("created", equalTo(0))
                .body("existing", equalTo(2))
                .body("obligations", hasSize(2));
        assertThat(TestDatabase.shared().ask("select count(*) from report_obligation"))
                .isEqualTo("2");
    }

    @Test
    void tellsWhatIsOwed() {
        String id = Given.obligation(Given.regime(), "2026-Q3", "10675");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(Events.read("monitoring.report", id)).hasSize(1));
        Events.Event event = Events.read("monitoring.report", id).getFirst();
        assertThat(event.type()).isEqualTo("vn.monitoring.report.obliged.v1");
        assertThat(EventSchemas.violations(event.type(), event.data().toString()))
                .isEmpty();
        assertThat(event.data().get("cutOff").asText()).isEqualTo("2026-09-14");
    }

    /// As many senders as the country has communes.
    @Test
    void opensForThousandsOfSenders() {
        TestDatabase.shared().execute("""
                insert into unit (code, parent_code, path, type, name, version)
                select to_char(n, 'FM00000'), '31', ('31.' || to_char(n, 'FM00000'))::ltree, 'COMMUNE_XA', 'Xã ' || n, 1
                from generate_series(20001, 23319) n""");
        String regime = Given.regime();

        Given.open(regime, "2026-Q3").then().statusCode(201).body("created", equalTo(3321));

        Given.as("inspector", "31")
                .get("/api/v1/report-obligations/summary")
                .then()
                .body("items[0].expected", equalTo(3321))
                .body("items[0].overdue", equalTo(3321))
                .body("items[0].missing", hasSize(100));
    }

    @Test
    void opensOnceHoweverManyAskAtOnce() {
        String regime = Given.regime();
        List<CompletableFuture<Response>> answers = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> Given.open(regime, "2026-Q3")))
                .toList();
        int created = answers.stream()
                .map(CompletableFuture::join)
                .mapToInt(answer -> answer.path("created"))
                .sum();

        assertThat(created).isEqualTo(2);
        assertThat(TestDatabase.shared().ask("select count(*) from report_obligation"))
                .isEqualTo("2");
    }

    @Test
    void refusesAPeriodThatTheRegimeDoesNotHave() {
        String regime = Given.regime();
        Given.open(regime, "2026-09").then().statusCode(422).body("code", equalTo("PERIOD_NOT_OF_REGIME"));
        Given.open(regime, "quý III")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"))
                .body("violations.field", contains("period"));
        Given.open(regime, "2027-Q1").then().statusCode(409).body("code", equalTo("PERIOD_NOT_BEGUN"));
    }

    @Test
    void refusesToOpenForNobody() {
        String regime = Given.regime();
        TestDatabase.shared().execute("delete from unit where type like 'COMMUNE%'");
        Given.open(regime, "2026-Q3").then().statusCode(409).body("code", equalTo("NO_SENDERS"));
    }

    @Test
    void refusesWhoMayNotOpen() {
        String path = "/api/v1/report-regimes/" + Given.regime() + "/periods";
        Map<String, String> body = Map.of("period", "2026-Q3");
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(401);
        Given.as("reporter", "10675").body(body).post(path).then().statusCode(403);
        Given.as("standing-body", "24").body(body).post(path).then().statusCode(404);
        Given.as("standing-body", "10675").body(body).post(path).then().statusCode(404);
        Given.as("standing-body", "31")
                .contentType("text/plain")
                .body("x")
                .post(path)
                .then()
                .statusCode(415);
    }

    @Test
    void theClockOpensEachPeriodOnceAfterADowntime() {
        clock.setToday(LocalDate.parse("2026-03-01"));
        String regime = Given.regime(Map.of("frequencies", List.of("QUARTER", "HALF_YEAR", "YEAR")));
        clock.setToday(LocalDate.parse("2026-06-15"));

        List<CompletableFuture<Void>> replicas = IntStream.range(0, 4)
                .mapToObj(number -> CompletableFuture.runAsync(schedule::openDuePeriods))
                .toList();
        replicas.forEach(CompletableFuture::join);
        schedule.openDuePeriods();

        Given.as("standing-body", "31")
                .get("/api/v1/report-obligations?unit=10675")
                .then()
                .body("items.period", containsInAnyOrder("2026-H1", "2026-Q2", "2026-Q1"));
        Given.as("standing-body", "31")
                .get("/api/v1/report-regimes/" + regime)
                .then()
                .body("openedUntil", equalTo("2026-06-14"));
        clock.setToday(LocalDate.parse("2026-09-14"));
        schedule.openDuePeriods();
        assertThat(periodsOf("11002")).isEqualTo("3");
        clock.setToday(LocalDate.parse("2026-09-15"));
        schedule.openDuePeriods();
        assertThat(periodsOf("11002")).isEqualTo("4");
    }

    @Test
    void theClockWaitsForSenders() {
        clock.setToday(LocalDate.parse("2026-09-10"));
        Given.regime();
        clock.setToday(LocalDate.parse("2026-09-15"));
        TestDatabase.shared().execute("update unit set type = 'AGENCY' where type like 'COMMUNE%'");
        schedule.openDuePeriods();
        assertThat(periodsOf("10675")).isEqualTo("0");
        TestDatabase.shared().execute("update unit set type = 'COMMUNE_PHUONG' where code = '10675'");
        schedule.openDuePeriods();
        assertThat(periodsOf("10675")).isEqualTo("1");
    }

    @Test
    void aUnitThatCeasedBeforeTheCutOffOwesNothing() {
        TestDatabase.shared()
                .execute(
                        "update unit set valid_to = '2026-09-13' where code = '10675'",
                        "update unit set valid_from = '2026-09-15' where code = '11002'");
        Given.open(Given.regime(), "2026-Q3").then().statusCode(409).body("code", equalTo("NO_SENDERS"));
        TestDatabase.shared()
                .execute(
                        "update unit set valid_to = '2026-09-14' where code = '10675'",
                        "update unit set valid_from = '2026-09-14' where code = '11002'");
        String listed =
                Given.regime(Map.of("name", "Danh sách", "senderRule", "LISTED", "senders", List.of("10675", "11002")));
        Given.open(listed, "2026-Q3").then().statusCode(201).body("created", equalTo(2));
    }

    @Test
    void whatACeasedUnitOwesLapsesVisibly() {
        String regime = Given.regime();
        String id = Given.obligation(regime, "2026-Q3", "10675");
        TestDatabase.shared()
                .execute("update unit set valid_to = '2026-10-19', version = version + 1 where code = '10675'");
        schedule.openDuePeriods();

        Given.as("reporter", "10675")
                .get("/api/v1/report-obligations/" + id)
                .then()
                .body("lapsedOn", equalTo("2026-10-19"))
                .body("punctuality", equalTo("LAPSED"))
                .body("status", equalTo("OPEN"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(Events.read("monitoring.report", id)).hasSize(2));
        Events.Event event = Events.read("monitoring.report", id).getLast();
        assertThat(event.type()).isEqualTo("vn.monitoring.report.lapsed.v1");
        assertThat(EventSchemas.violations(event.type(), event.data().toString()))
                .isEmpty();

        TestDatabase.shared().execute("update unit set valid_to = null, version = version + 1 where code = '10675'");
        schedule.openDuePeriods();
        Given.as("reporter", "10675")
                .get("/api/v1/report-obligations/" + id)
                .then()
                .body("lapsedOn", nullValue())
                .body("punctuality", equalTo("OVERDUE"));
    }

    @Test
    void aSenderThatBecomesKnownOwesUntilThePeriodIsDue() {
        clock.setToday(LocalDate.parse("2026-09-16"));
        String regime = Given.regime();
        Given.open(regime, "2026-Q3");
        Given.open(regime, "2026-Q2");
        TestDatabase.shared().execute("""
                insert into unit (code, parent_code, path, type, name, version)
                values ('10750', '31', '31.10750', 'COMMUNE_XA', 'Xã Phú Thái', 1)""");

        schedule.openDuePeriods();
        schedule.openDuePeriods();

        assertThat(TestDatabase.shared().ask("""
                select string_agg(period || ' ' || due_on, ', ') from report_obligation where unit_code = '10750'""")).isEqualTo("2026-Q3 2026-09-21");
    }

    @Test
    void theClockOpensNoPeriodCutOffAfterTheRegimesEnd() {
        clock.setToday(LocalDate.parse("2026-06-01"));
        Response created =
                Given.as("standing-body", "31").body(Given.regimeBody(Map.of())).post("/api/v1/report-regimes");
        Given.as("standing-body", "31")
                .header("If-Match", created.header("ETag"))
                .body(Map.of("lastDay", "2026-09-13"))
                .post("/api/v1/report-regimes/" + created.path("id") + "/ending")
                .then()
                .statusCode(200);
        clock.setToday(LocalDate.parse("2026-12-20"));
        schedule.openDuePeriods();

        assertThat(TestDatabase.shared().ask("select string_agg(period, ' ') from report_period"))
                .isEqualTo("2026-Q2");
    }

    @Test
    void aNewCutOffIsNotMissedByTheClock() {
        clock.setToday(LocalDate.parse("2026-08-01"));
        Response created = Given.as("standing-body", "31")
                .body(Given.regimeBody(Map.of("cutOffDay", 20)))
                .post("/api/v1/report-regimes");
        clock.setToday(LocalDate.parse("2026-09-18"));
        schedule.openDuePeriods();
        assertThat(periodsOf("10675")).isEqualTo("0");
        Given.as("standing-body", "31")
                .header("If-Match", created.header("ETag"))
                .body(Given.regimeBody(Map.of("cutOffDay", 14)))
                .put("/api/v1/report-regimes/" + created.path("id"))
                .then()
                .statusCode(200);
        schedule.openDuePeriods();

        assertThat(TestDatabase.shared().ask("select string_agg(period || ' ' || cut_off_on, ' ') from report_period"))
                .isEqualTo("2026-Q3 2026-09-14");
    }

    @Test
    void listsWhatIsInSight() {
        String regime = Given.regime();
        Given.open(regime, "2026-Q2");
        Given.open(regime, "2026-Q3");

        Response first = Given.as("inspector", "31").get("/api/v1/report-obligations?limit=3");
        first.then().statusCode(200).body("items.period", contains("2026-Q3", "2026-Q3", "2026-Q2"));
        Given.as("inspector", "31")
                .get("/api/v1/report-obligations?limit=3&cursor=" + first.path("next"))
                .then()
                .body("items.unitCode", contains("11002"))
                .body("next", nullValue());
        Given.as("reporter", "11002")
                .get("/api/v1/report-obligations?period=2026-Q3&status=OPEN&regimeId=" + regime)
                .then()
                .body("items.unitCode", contains("11002"));
        Given.as("reporter", "07228").get("/api/v1/report-obligations").then().body("items", hasSize(0));
        Given.as("reporter", "11002")
                .get("/api/v1/report-obligations?unit=10675")
                .then()
                .statusCode(404);
        Given.as("reporter", "11002")
                .get("/api/v1/report-obligations?period=x")
                .then()
                .statusCode(400);
        RestAssured.get("/api/v1/report-obligations").then().statusCode(401);
    }

    @Test
    void readsOneInSight() {
        String id = Given.obligation(Given.regime(), "2026-Q3", "10675");
        Given.as("reporter", "10675")
                .get("/api/v1/report-obligations/" + id)
                .then()
                .statusCode(200)
                .body("unitCode", equalTo("10675"))
                .body("reportId", nullValue());
        Given.as("reporter", "11002")
                .get("/api/v1/report-obligations/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void countsCompletenessAndTimeliness() {
        String regime = Given.regime();
        Given.open(regime, "2026-Q3");
        TestDatabase.shared().execute("""
                update report_obligation set status = 'SUBMITTED', submitted_at = '2026-09-21T16:59:59Z'
                where unit_code = '10675'""");

        Given.as("standing-body", "31")
                .get("/api/v1/report-obligations/summary?period=2026-Q3")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].expected", equalTo(2))
                .body("items[0].submitted", equalTo(1))
                .body("items[0].open", equalTo(1))
                .body("items[0].onTime", equalTo(1))
                .body("items[0].late", equalTo(0))
                .body("items[0].overdue", equalTo(1))
                .body("items[0].completeness", equalTo(50.0f))
                .body("items[0].timeliness", equalTo(50.0f))
                .body("items[0].missing", contains("11002"))
                .body("items[0].levels.level", contains("COMMUNE"))
                .body("items[0].levels[0].sent", equalTo(1))
                .body("items[0].levels[0].completeness", equalTo(50.0f));
        TestDatabase.shared()
                .execute(
                        "update report_obligation set submitted_at = '2026-09-21T17:00:00Z' where unit_code = '10675'");
        Given.as("standing-body", "31")
                .get("/api/v1/report-obligations/summary")
                .then()
                .body("items[0].onTime", equalTo(0))
                .body("items[0].late", equalTo(1));
        Given.as("standing-body", "24")
                .get("/api/v1/report-obligations/summary")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void countsCorrectedAndConsolidatedReportsAsAccepted() {
        Given.open(Given.regime(), "2026-Q3");
        TestDatabase.shared().execute("""
                update report_obligation set status = case unit_code when '10675' then 'CORRECTING' else 'CONSOLIDATED' end,
                    submitted_at = '2026-09-21T02:00:00Z', accepted_at = '2026-09-22T02:00:00Z'""");

        Given.as("standing-body", "31")
                .get("/api/v1/report-obligations/summary")
                .then()
                .body("items[0].accepted", equalTo(2))
                .body("items[0].completeness", equalTo(100.0f))
                .body("items[0].missing", hasSize(0));
        Given.as("standing-body", "31")
                .get("/api/v1/report-obligations/summary?asOf=2026-09-21")
                .then()
                .body("items", hasSize(0));
    }

    /// Sent on time on the 18th, returned on the 23rd, sent again on the 25th, accepted on the 28th.
    @Test
    void knowsHowFarSendersWereOnAPastDay() {
        clock.setToday(LocalDate.parse("2026-09-15"));
        String regime = Given.regime();
        String id = Given.obligation(regime, "2026-Q3", "10675");
        TestDatabase.shared().execute("""
                insert into report (id, title, drafted_at, drafted_by, version)
                values ('%s', 'Báo cáo', '2026-09-17T02:00:00Z', 'reporter-10675', 1)""".formatted(id), """
                insert into report_review (report_id, number, outcome, reason, submitted_at, decided_at, decided_by)
                values ('%s', 1, 'RETURNED', 'Thiếu', '2026-09-18T02:00:00Z', '2026-09-23T02:00:00Z', 'standing-31')""".formatted(id), """
                update report_obligation set status = 'ACCEPTED', submitted_at = '2026-09-25T02:00:00Z',
                    accepted_at = '2026-09-28T02:00:00Z' where id = '%s'""".formatted(id));
        clock.setToday(LocalDate.parse("2026-10-20"));

        assertThat(stateOn(regime, "2026-09-16")).isEqualTo("OPEN PENDING");
        assertThat(stateOn(regime, "2026-09-17")).isEqualTo("DRAFTED PENDING");
        assertThat(stateOn(regime, "2026-09-18")).isEqualTo("SUBMITTED ON_TIME");
        assertThat(stateOn(regime, "2026-09-22")).isEqualTo("SUBMITTED ON_TIME");
        assertThat(stateOn(regime, "2026-09-23")).isEqualTo("RETURNED OVERDUE");
        assertThat(stateOn(regime, "2026-09-25")).isEqualTo("SUBMITTED LATE");
        assertThat(stateOn(regime, "2026-09-28")).isEqualTo("ACCEPTED LATE");
        Given.as("standing-body", "31")
                .get("/api/v1/report-obligations/summary?asOf=2026-09-22")
                .then()
                .body("items[0].asOf", equalTo("2026-09-22"))
                .body("items[0].sent", equalTo(1))
                .body("items[0].onTime", equalTo(1))
                .body("items[0].overdue", equalTo(1))
                .body("items[0].timeliness", equalTo(50.0f));
        Given.as("standing-body", "31")
                .get("/api/v1/report-obligations/summary?asOf=2026-09-14")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void listsTheSendersOfAPeriodByTheirPunctuality() {
        String regime = Given.regime();
        Given.open(regime, "2026-Q3");
        TestDatabase.shared().execute("""
                update report_obligation set status = 'SUBMITTED', submitted_at = '2026-09-23T02:00:00Z'
                where unit_code = '10675'""", """
                update report_obligation set lapsed_on = '2026-10-01' where unit_code = '11002'""");
        String path = "/api/v1/report-regimes/" + regime + "/periods/2026-Q3/senders";

        Given.as("inspector", "31")
                .get(path + "?punctuality=LATE")
                .then()
                .statusCode(200)
                .body("items.unitCode", contains("10675"))
                .body("items[0].unitName", equalTo("Phường Kinh Môn"))
                .body("items[0].level", equalTo("COMMUNE"));
        Given.as("inspector", "31").get(path + "?punctuality=OVERDUE").then().body("items", hasSize(0));
        Given.as("inspector", "31").get(path + "?punctuality=LAPSED").then().body("items.unitCode", contains("11002"));
        Response first = Given.as("inspector", "31").get(path + "?limit=1");
        Given.as("inspector", "31")
                .get(path + "?limit=1&cursor=" + first.path("next"))
                .then()
                .body("items.unitCode", contains("11002"))
                .body("next", nullValue());
        Given.as("reporter", "10675").get(path).then().body("items.unitCode", contains("10675"));
        Given.as("reporter", "07228").get(path).then().statusCode(404);
        Given.as("inspector", "31")
                .get("/api/v1/report-obligations/summary")
                .then()
                .body("items[0].expected", equalTo(1))
                .body("items[0].lapsed", equalTo(1))
                .body("items[0].completeness", equalTo(100.0f));
    }

    @Test
    void summarisesPageByPage() {
        String regime = Given.regime();
        Given.open(regime, "2026-Q2");
        Given.open(regime, "2026-Q3");
        Response first = Given.as("inspector", "31").get("/api/v1/report-obligations/summary?limit=1");
        first.then().body("items.period", contains("2026-Q3"));
        Given.as("inspector", "31")
                .get("/api/v1/report-obligations/summary?limit=1&cursor=" + first.path("next"))
                .then()
                .body("items.period", contains("2026-Q2"))
                .body("next", nullValue());
    }

    private static String stateOn(String regime, String day) {
        Response answer = Given.as("standing-body", "31")
                .get("/api/v1/report-regimes/" + regime + "/periods/2026-Q3/senders?asOf=" + day);
        return answer.path("items.find { it.unitCode == '10675' }.status") + " "
                + answer.path("items.find { it.unitCode == '10675' }.punctuality");
    }

    private static String periodsOf(String unitCode) {
        return String.valueOf(TestDatabase.shared()
                .ask("select count(distinct period) from report_obligation where unit_code = '" + unitCode + "'"));
    }
}
