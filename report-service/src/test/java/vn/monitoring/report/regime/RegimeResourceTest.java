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
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    private static Response create(String role, String unit, Map<String, Object> body) {
        return Given.as(role, unit).body(body).post("/api/v1/report-regimes");
    }

    private static Response read(String role, String unit, String id) {
        return Given.as(role, unit).get("/api/v1/report-regimes/" + id);
    }
}
