package vn.monitoring.report.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.report.Given;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class AdHocCallResourceTest {

    @Inject
    TestClock clock;

    private String regime;

    @BeforeEach
    void start() {
        clock.setToday(LocalDate.parse("2026-10-20"));
        Given.units();
        regime = Given.regime(Map.of("frequencies", List.of("QUARTER", "AD_HOC")));
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void asksEverySenderOnce() {
        call(Map.of())
                .then()
                .statusCode(201)
                .body("period", equalTo("2026-X01"))
                .body("title", equalTo("tình hình hạ tầng số"))
                .body("from", equalTo("2026-09-01"))
                .body("cutOffOn", equalTo("2026-10-15"))
                .body("created", equalTo(2))
                .body("obligations.unitCode", contains("10675", "11002"))
                .body("obligations.dueOn", contains("2026-10-21", "2026-10-21"))
                .body("obligations.period", contains("2026-X01", "2026-X01"));
        call(Map.of("title", "Tình hình HẠ TẦNG số")).then().statusCode(409).body("code", equalTo("CALL_EXISTS"));
        Given.as("reporter", "10675")
                .get("/api/v1/report-obligations?period=2026-X01")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        Given.as("standing-body", "31")
                .get("/api/v1/report-regimes/" + regime + "/periods")
                .then()
                .body("items.title", contains("tình hình hạ tầng số"));
    }

    @Test
    void isAnsweredByAReportOfItsTitleAndOutline() {
        List<Map<String, String>> outline =
                List.of(Map.of("key", "ha-tang", "title", "I. Hạ tầng", "content", "INDICATORS"));
        String id = call(Map.of("sections", outline)).path("obligations[0].id");

        Given.as("reporter", "10675")
                .body(Map.of("obligationId", id))
                .post("/api/v1/reports")
                .then()
                .statusCode(201)
                .body("title", equalTo("Báo cáo tình hình hạ tầng số của Phường Kinh Môn"))
                .body("period", equalTo("2026-X01"))
                .body("sections.title", contains("I. Hạ tầng"));
    }

    @Test
    void asksSomeOfTheSenders() {
        call(Map.of("senders", List.of("11002")))
                .then()
                .statusCode(201)
                .body("obligations.unitCode", contains("11002"));
        call(Map.of("senders", List.of("11002", "07228", "10675.VHXH"), "title", "khác"))
                .then()
                .statusCode(422)
                .body("code", equalTo("CALL_INVALID"))
                .body("violations.field", contains("senders"))
                .body("detail", startsWith("Không phải đơn vị gửi của chế độ này vào ngày chốt: 07228, 10675.VHXH"));
    }

    @Test
    void isPassedOnUnderItsKey() {
        String above = call(Map.of()).path("obligations.find { it.unitCode == '10675' }.id");
        Map<String, Object> body = Given.regimeBody(Map.of(
                "receiverUnitCode", "10675",
                "senderRule", "AGENCIES_BELOW_RECEIVER",
                "frequencies", List.of("AD_HOC")));
        String below = Given.as("standing-body", "10675")
                .body(body)
                .post("/api/v1/report-regimes")
                .path("id");

        call("10675", below, Map.of("title", "việc khác")).then().body("period", equalTo("2026-X02"));
        call("10675", below, Map.of("passesOn", above))
                .then()
                .statusCode(201)
                .body("period", equalTo("2026-X01"))
                .body("obligations.unitCode", contains("10675.VHXH"));
        call("10675", below, Map.of("passesOn", above, "title", "lần nữa"))
                .then()
                .statusCode(409)
                .body("code", equalTo("CALL_EXISTS"));
        String notOfTheCommune = call(Map.of("title", "chỉ Thạch Khôi", "senders", List.of("11002")))
                .path("obligations[0].id");
        call("10675", below, Map.of("passesOn", notOfTheCommune)).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-16,2026-10-15,2026-10-21,cutOffOn",
        "2026-10-01,2026-10-15,2026-10-15,dueOn",
        "2026-10-01,2026-10-15,2026-10-01,dueOn",
    })
    void refusesDaysInTheWrongOrder(String from, String cutOffOn, String dueOn, String field) {
        call(Map.of("from", from, "cutOffOn", cutOffOn, "dueOn", dueOn))
                .then()
                .statusCode(422)
                .body("code", equalTo("CALL_INVALID"))
                .body("violations.field", contains(field));
    }

    @Test
    void needsARegimeThatProvidesForIt() {
        String quarterly = Given.regime(Map.of("name", "Chỉ quý"));
        call("31", quarterly, Map.of()).then().statusCode(422).body("code", equalTo("PERIOD_NOT_OF_REGIME"));
        Given.open(regime, "2026-X07").then().statusCode(422).body("code", equalTo("PERIOD_NOT_OF_REGIME"));
    }

    @Test
    void refusesWhoMayNotCall() {
        String path = "/api/v1/report-regimes/" + regime + "/ad-hoc-periods";
        RestAssured.given()
                .contentType("application/json")
                .body(body(Map.of()))
                .post(path)
                .then()
                .statusCode(401);
        assertThat(Given.as("leader", "31").body(body(Map.of())).post(path).statusCode())
                .isEqualTo(403);
        assertThat(Given.as("standing-body", "10675")
                        .body(body(Map.of()))
                        .post(path)
                        .statusCode())
                .isEqualTo(404);
        Given.as("standing-body", "31")
                .body(Map.of("title", " "))
                .post(path)
                .then()
                .statusCode(400);
    }

    private Response call(Map<String, Object> settings) {
        return call("31", regime, settings);
    }

    private static Response call(String unit, String regimeId, Map<String, Object> settings) {
        return Given.as("standing-body", unit)
                .header("Accept-Language", "vi")
                .body(body(settings))
                .post("/api/v1/report-regimes/" + regimeId + "/ad-hoc-periods");
    }

    private static Map<String, Object> body(Map<String, Object> settings) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "title", "tình hình hạ tầng số",
                "from", "2026-09-01",
                "cutOffOn", "2026-10-15",
                "dueOn", "2026-10-21"));
        body.putAll(settings);
        return body;
    }
}
