package vn.monitoring.report.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
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
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
class IncidentResourceTest {

    private static final String INCIDENTS = "/api/v1/incidents";
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @Inject
    TestClock clock;

    @Inject
    AlarmSchedule alarms;

    @BeforeEach
    void start() {
        clock.set(NOW);
        Given.units();
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void countsFromTheDetectionAndNotFromTheRegistration() {
        Response created = register("reporter", "10675", Map.of("detectedAt", "2026-11-20T02:00:00Z"));

        created.then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .header("Location", containsString(INCIDENTS + "/" + created.path("id")))
                .body("status", equalTo("REGISTERED"))
                .body("dueAt", equalTo("2026-11-21T02:00:00Z"))
                .body("remainingSeconds", equalTo(18 * 3600))
                .body("overdue", equalTo(false))
                .body("firstReportedAt", nullValue())
                .body("entries", empty());
    }

    @Test
    void livesFromRegistrationToReopening() {
        String id = register("reporter", "10675", Map.of()).path("id");
        step("unit-head", "10675", id, "updates", said("Sớm quá"))
                .then()
                .statusCode(409)
                .body("code", equalTo("INCIDENT_UNREPORTED"));
        clock.advance(Duration.ofHours(3));
        step("reporter", "10675", id, "first-report", said("Mất điện máy chủ"))
                .then()
                .statusCode(200)
                .body("status", equalTo("REPORTED"))
                .body("firstReportedAt", equalTo("2026-11-20T11:00:00Z"))
                .body("dueAt", equalTo("2026-11-21T07:00:00Z"))
                .body("remainingSeconds", nullValue())
                .body("overdue", equalTo(false));
        step("reporter", "10675", id, "first-report", said("Lần nữa"))
                .then()
                .statusCode(409)
                .body("code", equalTo("INCIDENT_STATUS"));
        step("standing-body", "31", id, "questions", said("Ảnh hưởng bao nhiêu hồ sơ?"))
                .then()
                .statusCode(200);
        step("unit-head", "10675", id, "updates", said("37 hồ sơ")).then().statusCode(200);
        step("standing-body", "31", id, "closure", Map.of("cause", "Hỏng nguồn", "remedy", "Đã thay"))
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("cause", equalTo("Hỏng nguồn"))
                .body("closedBy", equalTo("standing-body-31"));
        step("unit-head", "10675", id, "updates", said("Thêm"))
                .then()
                .statusCode(409)
                .body("code", equalTo("INCIDENT_STATUS"));
        step("leader", "31", id, "reopening", said("Lại mất điện"))
                .then()
                .statusCode(200)
                .body("status", equalTo("REPORTED"))
                .body("closedAt", nullValue())
                .body("entries.kind", contains("FIRST_REPORT", "QUESTION", "UPDATE", "CLOSURE", "REOPENING"))
                .body("entries.number", contains(1, 2, 3, 4, 5));
        assertThat(told(id, 6).stream().map(Events.Event::type))
                .containsExactly(
                        type("registered"),
                        type("reported"),
                        type("asked"),
                        type("updated"),
                        type("closed"),
                        type("reopened"));
    }

    @Test
    void raisesTheAlarmOnceAlsoAfterADowntime() {
        String forgotten = register("reporter", "10675", Map.of()).path("id");
        String inTime = register("reporter", "10675", Map.of()).path("id");
        step("reporter", "10675", inTime, "first-report", said("Đã báo")).then().statusCode(200);
        alarms.raiseAlarms();
        read("leader", "31", forgotten).then().body("alarmedAt", nullValue());

        clock.advance(Duration.ofDays(5));
        alarms.raiseAlarms();
        clock.advance(Duration.ofMinutes(1));
        alarms.raiseAlarms();

        read("leader", "31", forgotten)
                .then()
                .body("overdue", equalTo(true))
                .body("remainingSeconds", equalTo(-(4 * 86400 + 3600 + 60)))
                .body("alarmedAt", equalTo("2026-11-25T08:00:00Z"));
        read("leader", "31", inTime).then().body("overdue", equalTo(false)).body("alarmedAt", nullValue());
        Given.as("leader", "31").get(INCIDENTS + "?overdue=true").then().body("items.id", contains(forgotten));
        step("reporter", "10675", forgotten, "first-report", said("Muộn"))
                .then()
                .statusCode(200)
                .body("overdue", equalTo(true))
                .body("firstReportedAt", equalTo("2026-11-25T08:01:00Z"))
                .body("dueAt", equalTo("2026-11-21T07:00:00Z"));
        assertThat(told(forgotten, 3).stream().map(Events.Event::type))
                .containsExactly(type("registered"), type("overdue"), type("reported"));
        assertThat(told(inTime, 2).stream().map(Events.Event::type))
                .containsExactly(type("registered"), type("reported"));
    }

    @Test
    void tellsOfALateReportWhatTheSweepWouldHaveTold() {
        String id = register("reporter", "10675", Map.of()).path("id");
        clock.advance(Duration.ofHours(30));

        step("reporter", "10675", id, "first-report", said("Muộn")).then().body("alarmedAt", notNullValue());

        alarms.raiseAlarms();
        assertThat(told(id, 3).stream().map(Events.Event::type))
                .containsExactly(type("registered"), type("overdue"), type("reported"));
    }

    @Test
    void isInSightOfItsUnitAndThoseAbove() {
        String id = register("reporter", "10675", Map.of()).path("id");

        assertThat(read("inspector", "31", id).statusCode()).isEqualTo(200);
        assertThat(read("reporter", "11002", id).statusCode()).isEqualTo(404);
        assertThat(read("leader", "24", id).statusCode()).isEqualTo(404);
        assertThat(read("reporter", "10675.VHXH", id).statusCode()).isEqualTo(404);
        assertThat(RestAssured.given().get(INCIDENTS + "/" + id).statusCode()).isEqualTo(401);
        Given.as("leader", "24").get(INCIDENTS).then().body("items", empty());
        Given.as("leader", "24").get(INCIDENTS + "?unit=10675").then().statusCode(404);
    }

    @Test
    void leavesTheWordToTheUnitItself() {
        String id = register("reporter", "10675", Map.of()).path("id");

        register("unit-head", "31", Map.of()).then().statusCode(403).body("code", equalTo("INCIDENT_NOT_OF_UNIT"));
        register("reporter", "24", Map.of()).then().statusCode(404);
        register("inspector", "31", Map.of()).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        step("unit-head", "31", id, "first-report", said("Thay mặt"))
                .then()
                .statusCode(403)
                .body("code", equalTo("INCIDENT_NOT_OF_UNIT"));
        step("inspector", "31", id, "questions", said("?")).then().statusCode(403);
        step("unit-head", "31", id, "closure", Map.of("cause", "a", "remedy", "b"))
                .then()
                .statusCode(403);
        step("standing-body", "24", id, "closure", Map.of("cause", "a", "remedy", "b"))
                .then()
                .statusCode(404);
    }

    @Test
    void refusesWhatDoesNotFit() {
        register("reporter", "10675", Map.of("detectedAt", "2026-11-20T08:00:01Z"))
                .then()
                .statusCode(422)
                .body("code", equalTo("DETECTED_IN_FUTURE"))
                .body("violations.field", hasItem("detectedAt"));
        register("reporter", "10675", Map.of("title", " "))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("title"));
        String id = register("reporter", "10675", Map.of()).path("id");
        Given.as("reporter", "10675")
                .body(said("x"))
                .post(INCIDENTS + "/" + id + "/first-report")
                .then()
                .statusCode(428);
        Given.as("reporter", "10675")
                .header("If-Match", "\"99\"")
                .body(said("x"))
                .post(INCIDENTS + "/" + id + "/first-report")
                .then()
                .statusCode(412);
        step("standing-body", "31", id, "reopening", said("x")).then().statusCode(409);
    }

    @Test
    void listsPageByPageTheLastDetectedFirst() {
        for (int hour = 1; hour <= 3; hour++) {
            register(
                    "reporter",
                    "10675",
                    Map.of("detectedAt", "2026-11-20T0" + hour + ":00:00Z", "title", "Sự cố " + hour));
        }
        Response first =
                Given.as("inspector", "31").get(INCIDENTS + "?limit=2&unit=10675&status=REGISTERED&severity=HIGH");
        first.then()
                .statusCode(200)
                .body("items.title", contains("Sự cố 3", "Sự cố 2"))
                .header("Link", containsString("rel=\"next\""));
        Given.as("inspector", "31")
                .get(INCIDENTS + "?limit=2&cursor=" + first.path("next"))
                .then()
                .body("items.title", contains("Sự cố 1"))
                .body("next", nullValue())
                .body("items[0].entries", nullValue());
        Given.as("inspector", "31").get(INCIDENTS + "?status=CLOSED").then().body("items", hasSize(0));
    }

    @Test
    void keepsWhatWasSaid() {
        String id = register("reporter", "10675", Map.of()).path("id");
        step("reporter", "10675", id, "first-report", said("Đã báo")).then().statusCode(200);

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> TestDatabase.shared().execute("update incident_entry set text = 'khác'"))
                .rootCause()
                .hasMessageContaining("never changes");
    }

    private static Response register(String role, String unit, Map<String, Object> settings) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "unitCode", "10675",
                "field", "ONLINE_SERVICE",
                "severity", "HIGH",
                "detectedAt", "2026-11-20T07:00:00Z",
                "title", "Cổng dịch vụ công không truy cập được",
                "happened", "Người dân không nộp được hồ sơ.",
                "position", "Chuyên viên"));
        body.putAll(settings);
        return Given.as(role, unit).body(body).post(INCIDENTS);
    }

    private static Map<String, Object> said(String text) {
        return Map.of("text", text);
    }

    private static Response step(String role, String unit, String id, String step, Map<String, Object> body) {
        String tag = read("leader", "31", id).header("ETag");
        return Given.as(role, unit).header("If-Match", tag).body(body).post(INCIDENTS + "/" + id + "/" + step);
    }

    private static Response read(String role, String unit, String id) {
        return Given.as(role, unit).get(INCIDENTS + "/" + id);
    }

    private static String type(String step) {
        return "vn.monitoring.incident." + step + ".v1";
    }

    /// All facts of the incident, each as its schema says.
    private static List<Events.Event> told(String id, int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Events.read(IncidentEvent.TOPIC, id).size() >= count);
        List<Events.Event> events = Events.read(IncidentEvent.TOPIC, id);
        for (Events.Event event : events) {
            assertThat(EventSchemas.violations(event.type(), event.data().toString()))
                    .isEmpty();
        }
        return events;
    }
}
