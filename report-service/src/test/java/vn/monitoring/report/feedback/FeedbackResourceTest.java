package vn.monitoring.report.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
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
class FeedbackResourceTest {

    private static final String FEEDBACK = "/api/v1/feedback";
    private static final String PUBLIC = "/api/v1/public/feedback";
    private static final Map<String, Object> SENDER =
            Map.of("name", "Người gửi thử", "contact", "0900 000 001", "address", "Tổ dân phố số 1");

    @Inject
    TestClock clock;

    @Inject
    RetentionSchedule retention;

    @BeforeEach
    void start() {
        clock.setToday(LocalDate.parse("2026-11-20"));
        Given.units();
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void livesFromReceiptToClosure() {
        Given.as("standing-body", "10675")
                .body(Map.of("workingDays", 5))
                .put("/api/v1/feedback-deadlines/10675/moi-truong")
                .then()
                .statusCode(200);
        Response created = register("reporter", "10675", Map.of());
        created.then()
                .statusCode(201)
                .header("Location", containsString(FEEDBACK + "/" + created.path("id")))
                .body("dueOn", equalTo("2026-11-27"))
                .body("status", equalTo("RECEIVED"))
                .body("assigneeUnitCode", equalTo("10675"))
                .body("sender", nullValue());
        String id = created.path("id");
        step("unit-head", "10675", id, "assignment", Map.of("unitCode", "11002", "reason", "x"))
                .then()
                .statusCode(422)
                .body("code", equalTo("ASSIGNEE_OUTSIDE"));
        step("unit-head", "10675", id, "assignment", Map.of("unitCode", "10675.VHXH", "reason", "Thuộc lĩnh vực"))
                .then()
                .statusCode(200)
                .body("status", equalTo("ASSIGNED"))
                .body("assignments.toUnitCode", contains("10675.VHXH"));
        step("standing-body", "31", id, "answer", Map.of("text", "Đã xử lý", "publish", false))
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_HANDLING_UNIT"));
        clock.setToday(LocalDate.parse("2026-11-28"));
        Given.as("inspector", "31").get(FEEDBACK + "?overdue=true").then().body("items.id", contains(id));
        step("reporter", "10675.VHXH", id, "answer", Map.of("text", "Đã xử lý", "publish", false))
                .then()
                .statusCode(200)
                .body("status", equalTo("ANSWERED"))
                .body("answeredOn", equalTo("2026-11-28"))
                .body("onTime", equalTo(false));
        step("reporter", "10675", id, "answer", Map.of("text", "Nữa", "publish", true))
                .then()
                .statusCode(409);
        put("leader", "10675", id, Map.of("published", true))
                .then()
                .statusCode(200)
                .body("published", equalTo(true));
        step("unit-head", "10675", id, "closure", null).then().statusCode(200).body("status", equalTo("CLOSED"));
        step("unit-head", "10675", id, "closure", null).then().statusCode(409).body("code", equalTo("FEEDBACK_STATUS"));

        List<Events.Event> told = told(id, 5);
        assertThat(told.stream().map(Events.Event::type))
                .containsExactly(
                        type("received"), type("assigned"), type("answered"), type("published"), type("closed"));
        assertThat(told.toString())
                .doesNotContain("Người gửi thử")
                .doesNotContain("0900")
                .doesNotContain("Bốc mùi")
                .doesNotContain("Đã xử lý");
        Given.as("inspector", "31")
                .get(FEEDBACK + "/summary?from=2026-11-01&to=2026-11-30&unit=10675")
                .then()
                .body("received", equalTo(1))
                .body("due", equalTo(1))
                .body("answeredOnTime", equalTo(0));
        Given.as("inspector", "31")
                .get(FEEDBACK + "/summary?from=2026-11-01&to=2026-11-30&unit=07228")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void keepsTheSenderApartSealedAndNotesEachReading() {
        String id = register("reporter", "10675", Map.of()).path("id");

        assertThat(read("leader", "31", id).asString()).doesNotContain("Người gửi thử");
        assertThat(Given.as("leader", "31").get(FEEDBACK).asString())
                .doesNotContain("Người gửi thử")
                .doesNotContain("Bốc mùi");
        assertThat(TestDatabase.shared()
                        .ask("select sealed || coalesce((select string_agg(data::text, '') from outbox_event), '')"
                                + " || (select string_agg(f::text, '') from feedback f) from feedback_sender"))
                .doesNotContain("Người gửi thử")
                .doesNotContain("0900");
        sender("reporter", "10675", id)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("name", equalTo("Người gửi thử"));
        sender("leader", "10675", id).then().statusCode(403);
        sender("inspector", "31", id).then().statusCode(403);
        sender("standing-body", "31", id).then().statusCode(403).body("code", equalTo("NOT_HANDLING_UNIT"));
        sender("standing-body", "24", id).then().statusCode(404);
        Given.as("reporter", "10675")
                .get(FEEDBACK + "/" + id + "/sender")
                .then()
                .statusCode(400);
        assertThat(TestDatabase.shared()
                        .ask("select username || changes from audit_entry where kind = 'ACCESS'"
                                + " and changes like '%" + id + "%'"))
                .startsWith("reporter-10675")
                .contains("Hỏi thêm vị trí")
                .doesNotContain("0900");
        assertThat(TestDatabase.shared()
                        .ask("select count(*) from audit_entry where kind = 'ACCESS' and changes like '%" + id + "%'"))
                .isEqualTo("1");
        assertThat(TestDatabase.shared()
                        .ask("select string_agg(changes, '') from audit_entry where changes like '%" + id + "%'"))
                .doesNotContain("Bốc mùi")
                .doesNotContain("Rác tồn đọng");
    }

    @Test
    void forgetsTheSenderMonthsAfterTheClosure() {
        String id = register("reporter", "10675", Map.of()).path("id");
        String open = register("reporter", "10675", Map.of("externalReference", "PA-2"))
                .path("id");
        step("reporter", "10675", id, "answer", Map.of("text", "Đã xử lý", "publish", false))
                .then()
                .statusCode(200);
        step("reporter", "10675", id, "closure", null).then().statusCode(200);

        clock.setToday(LocalDate.parse("2028-11-20"));
        retention.forget();
        sender("reporter", "10675", id).then().statusCode(200);
        clock.setToday(LocalDate.parse("2028-11-21"));
        retention.forget();

        sender("reporter", "10675", id).then().statusCode(404);
        sender("reporter", "10675", open).then().statusCode(200);
        read("reporter", "10675", id)
                .then()
                .statusCode(200)
                .body("content", nullValue())
                .body("forgottenOn", equalTo("2028-11-21"))
                .body("status", equalTo("CLOSED"));
        assertThat(TestDatabase.shared().ask("select count(*) from feedback_sender"))
                .isEqualTo("1");
    }

    @Test
    void takesFromThePublicAndShowsWhatWasPublished() {
        Response sent = send(Map.of());
        sent.then().statusCode(201).body("dueOn", equalTo("2026-12-04")).body("code", notNullValue());
        String code = sent.path("code");
        String id = Given.as("reporter", "10675").get(FEEDBACK).path("items[0].id");
        assertThat(TestDatabase.shared().ask("select look_up_hash from feedback"))
                .isNotEqualTo(code);

        assertThat(lookUp(code).jsonPath().getMap("").keySet())
                .containsExactlyInAnyOrder("status", "receivedOn", "dueOn", "answeredOn", "answer");
        step("reporter", "10675", id, "answer", Map.of("text", "Đã dọn sạch", "publish", false))
                .then()
                .statusCode(200);
        lookUp(code).then().body("status", equalTo("ANSWERED")).body("answer", nullValue());
        put("leader", "10675", id, Map.of("published", true)).then().statusCode(200);
        lookUp(code.toLowerCase(java.util.Locale.ROOT)).then().body("answer", equalTo("Đã dọn sạch"));
        rate(code, 6).then().statusCode(400);
        rate(code, 5).then().statusCode(200);
        rate(code, 1).then().statusCode(409).body("code", equalTo("FEEDBACK_STATUS"));
        Response unknown = lookUp("0000000000000000000000000X");
        unknown.then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        assertThat(unknown.jsonPath().getMap("").keySet())
                .isEqualTo(lookUp("ABC").jsonPath().getMap("").keySet());
    }

    @Test
    void boundsWhatThePublicSends() {
        for (int index = 0; index < 5; index++) {
            send(Map.of("sender", Map.of("contact", "0900-000-00" + 2))).then().statusCode(201);
        }
        send(Map.of("sender", Map.of("contact", "0900 000 002")))
                .then()
                .statusCode(429)
                .body("code", equalTo("TOO_MANY_FROM_CONTACT"));
        send(Map.of("sender", Map.of("contact", "0900000003"))).then().statusCode(201);
        assertThat(TestDatabase.shared().ask("select string_agg(contact_hash, ' ') from feedback_contact"))
                .doesNotContain("0900");
        clock.setToday(LocalDate.parse("2026-11-21"));
        send(Map.of("sender", Map.of("contact", "0900 000 002"))).then().statusCode(201);
        retention.forget();
        assertThat(TestDatabase.shared().ask("select count(*) from feedback_contact where day < '2026-11-21'"))
                .isEqualTo("0");

        send(Map.of("content", "Tài liệu TỐI MẬT kèm theo"))
                .then()
                .statusCode(422)
                .body("code", equalTo("CLASSIFIED_CONTENT"));
        send(Map.of("unitCode", "99999")).then().statusCode(422).body("code", equalTo("RECEIVER_UNKNOWN"));
        send(Map.of("content", "x".repeat(4_001))).then().statusCode(400);
    }

    @Test
    void refusesWhatDoesNotFit() {
        Response first = register("integration", "31", Map.of());
        first.then().statusCode(201);
        register("reporter", "10675", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("FEEDBACK_EXISTS"))
                .body("feedbackId", equalTo(first.path("id")));
        register("reporter", "10675", Map.of("receivedOn", "2026-11-21"))
                .then()
                .statusCode(422)
                .body("code", equalTo("RECEIVED_IN_FUTURE"));
        register("reporter", "24", Map.of()).then().statusCode(404);
        register("inspector", "31", Map.of()).then().statusCode(403);
        assertThat(RestAssured.given().get(FEEDBACK).statusCode()).isEqualTo(401);
        assertThat(read("leader", "24", first.path("id")).statusCode()).isEqualTo(404);
        Given.as("leader", "24").get(FEEDBACK).then().body("items", empty());
        Given.as("unit-head", "10675")
                .body(Map.of("unitCode", "10675", "reason", "x"))
                .post(FEEDBACK + "/" + first.path("id") + "/assignment")
                .then()
                .statusCode(428);
        put("leader", "31", first.path("id"), Map.of("published", true)).then().statusCode(409);
    }

    private static Response register(String role, String unit, Map<String, Object> settings) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "source", "cong-dich-vu-cong",
                "externalReference", "PA-1",
                "field", "moi-truong",
                "unitCode", "10675",
                "subject", "Rác tồn đọng",
                "content", "Bốc mùi cả tuần",
                "sender", SENDER));
        body.putAll(settings);
        return Given.as(role, unit).body(body).post(FEEDBACK);
    }

    private static Response send(Map<String, Object> settings) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "unitCode", "10675",
                "field", "moi-truong",
                "subject", "Rác tồn đọng",
                "content", "Bốc mùi cả tuần",
                "sender", SENDER));
        body.putAll(settings);
        return RestAssured.given().contentType("application/json").body(body).post(PUBLIC);
    }

    private static Response lookUp(String code) {
        return RestAssured.given().get(PUBLIC + "/" + code);
    }

    private static Response rate(String code, int score) {
        return RestAssured.given()
                .contentType("application/json")
                .body(Map.of("score", score))
                .post(PUBLIC + "/" + code + "/satisfaction");
    }

    private static Response sender(String role, String unit, String id) {
        return Given.as(role, unit).get(FEEDBACK + "/" + id + "/sender?purpose=Hỏi thêm vị trí");
    }

    private static Response read(String role, String unit, String id) {
        return Given.as(role, unit).get(FEEDBACK + "/" + id);
    }

    private static Response step(
            String role,
            String unit,
            String id,
            String step,
            @org.jspecify.annotations.Nullable Map<String, Object> body) {
        var request =
                Given.as(role, unit).header("If-Match", read("leader", "31", id).header("ETag"));
        return (body == null ? request : request.body(body)).post(FEEDBACK + "/" + id + "/" + step);
    }

    private static Response put(String role, String unit, String id, Map<String, Object> body) {
        return Given.as(role, unit)
                .header("If-Match", read("leader", "31", id).header("ETag"))
                .body(body)
                .put(FEEDBACK + "/" + id + "/publication");
    }

    private static String type(String step) {
        return "vn.monitoring.feedback." + step + ".v1";
    }

    /// All facts of the feedback, each as its schema says.
    private static List<Events.Event> told(String id, int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Events.read(FeedbackEvent.TOPIC, id).size() >= count);
        List<Events.Event> events = Events.read(FeedbackEvent.TOPIC, id);
        for (Events.Event event : events) {
            assertThat(EventSchemas.violations(event.type(), event.data().toString()))
                    .isEmpty();
        }
        return events;
    }
}
