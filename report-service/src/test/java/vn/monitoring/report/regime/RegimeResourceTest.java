package vn.monitoring.report.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.report.Given;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class RegimeResourceTest {

    @Inject
    TestClock clock;

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
    void followsTheDecreeWhereNothingIsSaid() {
        Response created = create("standing-body", "31", Given.regimeBody(Map.of()));

        created.then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .header("Location", containsString("/api/v1/report-regimes/" + created.path("id")))
                .body("cutOffDay", equalTo(14))
                .body("due.province.day", equalTo(25))
                .body("due.commune.day", equalTo(20))
                .body("due.minimumWorkingDays", equalTo(1))
                .body("due.movesToWorkingDay", equalTo(true))
                .body(
                        "sections.key",
                        contains("indicators", "tasks", "warnings", "difficulties", "proposals", "next-period"))
                .body("block", nullValue())
                .body("openedUntil", equalTo("2026-10-19"))
                .body("createdBy", equalTo("standing-body-31"));
    }

    @Test
    void keepsTheSettingsOfTheRegime() {
        Map<String, Object> settings = Map.of(
                "senderRule", "LISTED",
                "senders", List.of("10675", "10675.VHXH"),
                "frequencies", List.of("MONTH", "QUARTER", "HALF_YEAR", "NINE_MONTHS", "YEAR"),
                "calendar", "CALENDAR",
                "due", Map.of("commune", Map.of("day", 7, "monthsAfter", 1), "minimumWorkingDays", 3),
                "sections", List.of(Map.of("key", "khac", "title", "I. Khác", "content", "FREE")),
                "block", "DANG");
        String id = create("province-admin", "31", Given.regimeBody(settings)).path("id");

        Given.as("leader", "10675")
                .get("/api/v1/report-regimes/" + id)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("senders", contains("10675", "10675.VHXH"))
                .body("frequencies", hasSize(5))
                .body("calendar", equalTo("CALENDAR"))
                .body("cutOffDay", nullValue())
                .body("due.commune.day", equalTo(7))
                .body("due.province.day", equalTo(10))
                .body("due.minimumWorkingDays", equalTo(3))
                .body("sections.key", contains("khac"))
                .body("block", equalTo("DANG"));
    }

    @Test
    void isInSightOfItsReceiverAndItsSendersOnly() {
        String id = Given.regime();

        assertThat(read("inspector", "31", id).statusCode()).isEqualTo(200);
        assertThat(read("unit-head", "11002", id).statusCode()).isEqualTo(200);
        assertThat(read("standing-body", "24", id).statusCode()).isEqualTo(404);
        assertThat(read("standing-body", "07228", id).statusCode()).isEqualTo(404);
        assertThat(read("reporter", "10675.VHXH", id).statusCode()).isEqualTo(404);
        Given.as("standing-body", "24")
                .get("/api/v1/report-regimes")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("next", nullValue());
    }

    @Test
    void listsPageByPage() {
        for (int number = 1; number <= 3; number++) {
            Given.regime(Map.of("name", "Chế độ " + number));
        }
        Response first = Given.as("standing-body", "31").get("/api/v1/report-regimes?limit=2");
        first.then().statusCode(200).body("items", hasSize(2)).header("Link", containsString("rel=\"next\""));
        String next = first.path("next");
        Given.as("standing-body", "31")
                .get("/api/v1/report-regimes?limit=2&cursor=" + next)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        Given.as("standing-body", "31")
                .get("/api/v1/report-regimes?cursor=x")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));
        Given.as("standing-body", "31")
                .get("/api/v1/report-regimes?cursor=bm8gaWQ")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"));
        Given.as("standing-body", "31")
                .get("/api/v1/report-regimes?limit=201")
                .then()
                .statusCode(400);
    }

    @Test
    void refusesASecondRegimeOfTheSameName() {
        String id = Given.regime();

        create("standing-body", "31", Given.regimeBody(Map.of("name", "báo cáo ĐỊNH KỲ của cấp xã")))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("REGIME_EXISTS"))
                .body("regimeId", equalTo(id));
    }

    @Test
    void repeatsItsAnswerForTheSameKey() {
        Map<String, Object> body = Given.regimeBody(Map.of());
        Response first = Given.as("standing-body", "31")
                .header("Idempotency-Key", "regime-1")
                .body(body)
                .post("/api/v1/report-regimes");
        Response second = Given.as("standing-body", "31")
                .header("Idempotency-Key", "regime-1")
                .body(body)
                .post("/api/v1/report-regimes");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        Given.as("standing-body", "31")
                .header("Idempotency-Key", "regime-1")
                .body(Given.regimeBody(Map.of("name", "Khác")))
                .post("/api/v1/report-regimes")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void refusesSendersThatAreNotBelowTheReceiver() {
        for (List<String> senders : List.of(List.of("07228"), List.of("31"), List.of("99999"), List.<String>of())) {
            create("standing-body", "31", Given.regimeBody(Map.of("senderRule", "LISTED", "senders", senders)))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("REGIME_INVALID"))
                    .body("violations.field", contains("senders"));
        }
    }

    @Test
    void refusesASectionTwice() {
        Map<String, Object> section = Map.of("key", "a", "title", "A", "content", "FREE");
        create("standing-body", "31", Given.regimeBody(Map.of("sections", List.of(section, section))))
                .then()
                .statusCode(422)
                .body("violations.field", contains("sections"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":",
                "{\"name\":\"x\",\"receiverUnitCode\":\"31\",\"senderRule\":\"ALL\",\"frequencies\":[\"QUARTER\"],\"calendar\":\"DECREE\"}",
                "{\"name\":\"x\",\"receiverUnitCode\":\"31\",\"senderRule\":\"COMMUNES_BELOW_RECEIVER\",\"frequencies\":[],\"calendar\":\"DECREE\"}",
                "{\"name\":\"x\",\"receiverUnitCode\":\"31\",\"senderRule\":\"COMMUNES_BELOW_RECEIVER\",\"frequencies\":[\"QUARTER\"],\"calendar\":\"DECREE\",\"cutOffDay\":28}",
                "{\"name\":\"x\",\"receiverUnitCode\":\"31\",\"senderRule\":\"COMMUNES_BELOW_RECEIVER\",\"frequencies\":[\"QUARTER\"],\"calendar\":\"DECREE\",\"due\":{\"minimumWorkingDays\":0}}",
                "{\"name\":\"x\",\"receiverUnitCode\":\"31\",\"senderRule\":\"COMMUNES_BELOW_RECEIVER\",\"frequencies\":[\"QUARTER\"]}",
                "{\"name\":\"x\",\"receiverUnitCode\":\"31\",\"senderRule\":\"COMMUNES_BELOW_RECEIVER\",\"frequencies\":[\"QUARTER\"],\"calendar\":\"DECREE\",\"sections\":[{\"key\":\"a\",\"title\":\"A\"}]}",
                "{\"name\":\"x\",\"receiverUnitCode\":\"31\",\"senderRule\":\"COMMUNES_BELOW_RECEIVER\",\"frequencies\":[\"QUARTER\"],\"calendar\":\"DECREE\",\"due\":{\"commune\":{\"day\":32,\"monthsAfter\":0}}}",
                "{\"name\":\"x\",\"unknown\":1}"
            })
    void refusesABodyOfTheWrongShape(String body) {
        Given.as("standing-body", "31")
                .body(body)
                .post("/api/v1/report-regimes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_REQUEST"));
    }

    @Test
    void refusesWhoMayNotSetItUp() {
        Map<String, Object> body = Given.regimeBody(Map.of());
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/report-regimes")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
        for (String role :
                List.of("reporter", "unit-head", "leader", "inspector", "steering-committee", "integration")) {
            create(role, "31", body).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        }
        create("standing-body", "24", body).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        create("standing-body", "10675", body).then().statusCode(404);
        RestAssured.given()
                .auth()
                .oauth2(vn.monitoring.kit.testing.Tokens.as("nobody").token())
                .get("/api/v1/report-regimes")
                .then()
                .statusCode(403);
    }

    @Test
    void refusesWhatIsNotJson() {
        Given.as("standing-body", "31")
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/report-regimes")
                .then()
                .statusCode(415)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    @Test
    void listsWhatASenderOwes() {
        String id = Given.regime();
        Given.as("reporter", "10675").get("/api/v1/report-regimes").then().body("items.id", hasItem(id));
    }

    @Test
    void headsTheOutlineOfAPartyRegimeInThePartysWords() {
        create("standing-body", "31", Given.regimeBody(Map.of("block", "DANG")))
                .then()
                .statusCode(201)
                .body("layout", equalTo("PARTY"))
                .body("sections[0].title", equalTo("I. Công tác lãnh đạo, chỉ đạo"))
                .body("sections.key", hasItem("indicators"))
                .body("reminders.before", contains(3, 1))
                .body("reminders.after", contains(1, 7, 14, 30));
        create("standing-body", "31", Given.regimeBody(Map.of("name", "Khác", "block", "DANG", "layout", "GOVERNMENT")))
                .then()
                .body("layout", equalTo("GOVERNMENT"))
                .body("sections[0].title", equalTo("I. Kết quả thực hiện các chỉ tiêu"));
    }

    @Test
    void takesAReceiverOutsideOfThePlatform() {
        Map<String, Object> outside =
                Map.of("senderRule", "LISTED", "senders", List.of("31"), "receiverName", "Bộ Khoa học và Công nghệ");
        String id = create("standing-body", "31", Given.regimeBody(outside)).path("id");

        Given.open(id, "2026-Q3")
                .then()
                .statusCode(201)
                .body("obligations.unitCode", contains("31"))
                .body("obligations.receiverUnitCode", contains("31"))
                .body("obligations.receiverName", contains("Bộ Khoa học và Công nghệ"))
                .body("obligations.dueOn", contains("2026-09-25"));
    }

    @Test
    void takesAgenciesAndTheUnitThroughWhichTheirReportsGo() {
        Map<String, Object> body = Given.regimeBody(Map.of(
                "receiverUnitCode", "10675",
                "senderRule", "AGENCIES_BELOW_RECEIVER",
                "consolidatingUnitCode", "10675.VHXH"));
        Response created = create("standing-body", "10675", body);
        created.then().statusCode(201).body("consolidatingUnitCode", equalTo("10675.VHXH"));

        assertThat(read("reporter", "10675.VHXH", created.path("id")).statusCode())
                .isEqualTo(200);
        Given.as("standing-body", "10675")
                .body(Map.of("period", "2026-Q3"))
                .post("/api/v1/report-regimes/" + created.path("id") + "/periods")
                .then()
                .statusCode(201)
                .body("obligations.unitCode", contains("10675.VHXH"))
                .body("obligations.dueOn", contains("2026-09-18"));
        create("standing-body", "31", Given.regimeBody(Map.of("name", "Khác", "consolidatingUnitCode", "24")))
                .then()
                .statusCode(422)
                .body("violations.field", contains("consolidatingUnitCode"));
    }

    @Test
    void revisesForThePeriodsThatAreNotOpenYet() {
        Response created = create("standing-body", "31", Given.regimeBody(Map.of("block", "DANG")));
        String id = created.path("id");
        Given.open(id, "2026-Q2").then().statusCode(201).body("revision", equalTo(1));
        Map<String, Object> changed = Given.regimeBody(Map.of(
                "name", "Báo cáo quý của cấp xã",
                "calendar", "CALENDAR",
                "due", Map.of("commune", Map.of("day", 8, "monthsAfter", 1))));

        put(id, changed, null).then().statusCode(428);
        put(id, changed, "\"99\"").then().statusCode(412);
        Response revised = put(id, changed, created.header("ETag"));
        revised.then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("name", equalTo("Báo cáo quý của cấp xã"))
                .body("layout", equalTo("GOVERNMENT"))
                .body("block", nullValue());
        assertThat(revised.header("ETag")).isNotEqualTo(created.header("ETag"));

        Given.open(id, "2026-Q2")
                .then()
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("cutOffOn", equalTo("2026-06-14"))
                .body("created", equalTo(0));
        Given.open(id, "2026-Q3")
                .then()
                .statusCode(201)
                .body("revision", equalTo(2))
                .body("cutOffOn", equalTo("2026-09-30"))
                .body("obligations[0].dueOn", equalTo("2026-10-08"));
        Given.as("inspector", "31")
                .get("/api/v1/report-regimes/" + id + "/revisions")
                .then()
                .statusCode(200)
                .body("items.revision", contains(1, 2))
                .body("items[0].settings.block", equalTo("DANG"))
                .body("items[0].settings.cutOffRule.cutOffDay", equalTo(14))
                .body("items[1].setBy", equalTo("standing-body-31"));
        Given.as("inspector", "31")
                .get("/api/v1/report-regimes/" + id + "/periods?limit=1")
                .then()
                .statusCode(200)
                .body("items.period", contains("2026-Q3"))
                .body("items[0].dueOn.commune", equalTo("2026-10-08"))
                .body("next", notNullValue());
    }

    @Test
    void refusesARevisionThatDoesNotFit() {
        Given.regime(Map.of("name", "Đã có"));
        Response created = create("standing-body", "31", Given.regimeBody(Map.of()));
        String id = created.path("id");
        String eTag = created.header("ETag");

        put(id, Given.regimeBody(Map.of("name", "đã CÓ")), eTag)
                .then()
                .statusCode(409)
                .body("code", equalTo("REGIME_EXISTS"));
        put(id, Given.regimeBody(Map.of("receiverUnitCode", "24")), eTag)
                .then()
                .statusCode(422)
                .body("violations.field", contains("receiverUnitCode"));
        put(id, Map.of("name", "x"), eTag).then().statusCode(400);
        Given.as("leader", "31")
                .header("If-Match", eTag)
                .body(Given.regimeBody(Map.of()))
                .put("/api/v1/report-regimes/" + id)
                .then()
                .statusCode(403);
        Given.as("standing-body", "11002")
                .header("If-Match", eTag)
                .body(Given.regimeBody(Map.of()))
                .put("/api/v1/report-regimes/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void endsWithALastDay() {
        Response created = create("standing-body", "31", Given.regimeBody(Map.of()));
        String id = created.path("id");
        Response ended = end(id, "2026-10-25", created.header("ETag"));
        ended.then().statusCode(200).body("endsOn", equalTo("2026-10-25"));
        end(id, "2026-10-22", created.header("ETag")).then().statusCode(412);
        Response moved = end(id, "2026-10-22", ended.header("ETag"));
        moved.then().statusCode(200).body("endsOn", equalTo("2026-10-22"));

        Given.open(id, "2026-Q3").then().statusCode(201);
        Given.open(id, "2026-Q4")
                .then()
                .statusCode(409)
                .body("code", equalTo("REGIME_ENDED"))
                .body("endsOn", equalTo("2026-10-22"));
        clock.setToday(LocalDate.parse("2026-10-23"));
        Given.open(id, "2026-Q3").then().statusCode(200);
        end(id, "2026-12-31", moved.header("ETag")).then().statusCode(409).body("code", equalTo("REGIME_ENDED"));
        put(id, Given.regimeBody(Map.of()), moved.header("ETag"))
                .then()
                .statusCode(409)
                .body("code", equalTo("REGIME_ENDED"));
    }

    private static Response put(String id, Map<String, Object> body, @Nullable String ifMatch) {
        RequestSpecification request = Given.as("standing-body", "31").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/api/v1/report-regimes/" + id);
    }

    private static Response end(String id, String lastDay, String ifMatch) {
        return Given.as("standing-body", "31")
                .header("If-Match", ifMatch)
                .body(Map.of("lastDay", lastDay))
                .post("/api/v1/report-regimes/" + id + "/ending");
    }

    private static Response create(String role, String unit, Map<String, Object> body) {
        return Given.as(role, unit).body(body).post("/api/v1/report-regimes");
    }

    private static Response read(String role, String unit, String id) {
        return Given.as(role, unit).get("/api/v1/report-regimes/" + id);
    }
}
