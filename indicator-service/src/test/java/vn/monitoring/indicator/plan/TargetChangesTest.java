package vn.monitoring.indicator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.monitoring.indicator.Callers.as;
import static vn.monitoring.indicator.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.Figures;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.indicator.grade.DueGrading;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;

/// Targets that a decision changes after the plan was issued: in the past, in the future, lifted, added.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class TargetChangesTest {

    private static final String DECISION = "Quyết định 99/QĐ-UBND ngày 25/6/2024";

    private final TestClock clock;
    private final DueGrading due;
    private UUID indicator = UUID.randomUUID();

    TargetChangesTest(TestClock clock, DueGrading due) {
        this.clock = clock;
        this.due = due;
    }

    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2024, 9, 1));
        GradedPlan.set();
        indicator = GradedPlan.indicator("Tỷ lệ hồ sơ trực tuyến", "%");
        GradedPlan.target(indicator, "NUMBER", "GE", "70", 2024);
        GradedPlan.target(indicator, "NUMBER", "GE", "85", 2030);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void keepsTheOldValueForTheDaysBeforeTheChange() {
        Response changed = revise("70%", "≥ 75%", "2024-07-01", "");

        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(201);
        assertThat(changed.header("Location")).endsWith("/api/v1/indicators/" + indicator + "/targets");
        JsonPath targets = get("").jsonPath();
        assertThat(targets.getList("items.raw")).isEqualTo(List.of("70%", "≥ 75%", "85%"));
        assertThat(targets.getString("items[0].validTo")).isEqualTo("2024-07-01");
        assertThat(targets.getString("items[0].supersededBy")).isEqualTo(targets.getString("items[1].id"));
        assertThat(targets.getString("items[1].validFrom")).isEqualTo("2024-07-01");
        assertThat(targets.getString("items[1].origin")).isEqualTo("DECISION");
        assertThat(targets.getString("items[1].decisionDocument")).isEqualTo(DECISION);
        assertThat(targets.getString("items[1].decidedBy")).isEqualTo("standing-body-10675");
        assertThat(targets.getString("items[1].dueDate")).isEqualTo("2024-12-31");
        assertThat(get("?validOn=2024-06-30").jsonPath().getList("items.raw")).isEqualTo(List.of("70%", "85%"));
        assertThat(get("?validOn=2024-07-01").jsonPath().getList("items.raw")).isEqualTo(List.of("≥ 75%", "85%"));
        assertThat(get("").header("ETag")).isEqualTo(changed.header("ETag")).isNotEqualTo("\"1\"");
    }

    @Test
    void gradesAnewWhatLiesBehindAChangeInThePast() {
        Figures.verified(indicator, "2024-Q1", "2024-03-31", "\"value\": 72");
        Figures.verified(indicator, "2024-Q2", "2024-06-30", "\"value\": 72");
        clock.setToday(LocalDate.of(2025, 1, 2));
        Figures.verified(indicator, "2024-Q4", "2024-12-31", "\"value\": 72");
        due.gradeAllDue();
        assertThat(grades()).contains("2024-12-31 ACHIEVED 70%", "2024-06-30 ACHIEVED 70%");

        revise("70%", "≥ 75%", "2024-07-01", "");
        due.gradeAllDue();

        assertThat(grades())
                .contains("2024-06-30 ACHIEVED 70%", "2024-03-31 ACHIEVED 70%")
                .anyMatch(grade -> grade.startsWith("2024-12-31 MISSED ≥ 75%"))
                .doesNotContain("2024-12-31 ACHIEVED 70%");
    }

    private List<String> grades() {
        List<String> grades = new ArrayList<>();
        for (JsonNode grade : Figures.json(
                        Figures.get(GradedPlan.inspector(), "indicators/" + indicator + "/grades?limit=100"))
                .path("items")) {
            grades.add(grade.path("asOf").asText() + " " + grade.path("status").asText() + " "
                    + grade.path("target").path("raw").asText());
        }
        return grades;
    }

    @Test
    void aChangeInTheFutureCountsFromThenOn() {
        revise("70%", "≥ 90%", "2024-10-01", "");

        assertThat(current()).isEqualTo(List.of("70%", "85%"));
        String id = indicator.toString();
        await().untilAsserted(() -> assertThat(Events.read("monitoring.indicator"))
                .filteredOn(event -> event.key().equals(id))
                .last()
                .satisfies(event -> {
                    assertThat(event.data().path("targets").findValuesAsText("raw"))
                            .containsExactly("70%", "85%");
                    assertThat(event.data().path("upcomingTargets").findValuesAsText("validFrom"))
                            .containsExactly("2024-10-01");
                    assertThat(EventSchemas.violations(
                                    event.type(), event.data().toString()))
                            .isEmpty();
                }));
        clock.setToday(LocalDate.of(2024, 10, 1));
        assertThat(current()).isEqualTo(List.of("≥ 90%", "85%"));
    }

    private List<String> current() {
        return as("leader", "10675")
                .get("/api/v1/plans/" + GradedPlan.PLAN + "/indicators")
                .jsonPath()
                .getList("items[0].targets.raw");
    }

    @Test
    void refusesChangesThatOverlapOrPrecedeThePlan() {
        assertProblem(revise("70%", "≥ 75%", "2023-12-31", ""), 422, "TARGET_CHANGE_BEFORE_PLAN");
        Response changed = revise("70%", "≥ 75%", "2024-07-01", "");
        String first = changed.jsonPath().getString("items[0].id");
        String second = changed.jsonPath().getString("items[1].id");

        Response again = post(first + "/revisions", body("≥ 80%", "2024-08-01", ""), "*");
        assertProblem(again, 409, "TARGET_CHANGE_OVERLAPS");
        assertThat(again.jsonPath().getString("supersededBy")).isEqualTo(second);
        assertProblem(post(second + "/revisions", body("≥ 80%", "2024-06-30", ""), "*"), 409, "TARGET_CHANGE_OVERLAPS");
        assertThat(post(second + "/revisions", body("≥ 80%", "2024-07-01", ""), "*")
                        .statusCode())
                .isEqualTo(201);
        assertThat(get("?validOn=2024-07-01").jsonPath().getList("items.raw")).isEqualTo(List.of("≥ 80%", "85%"));
        assertThat(get("").jsonPath().getList("items")).hasSize(4);
    }

    @Test
    void liftsATargetAndAddsAnother() {
        Response lifted = revise("70%", "-", "2024-08-01", "");
        assertThat(lifted.jsonPath().getString("items[1].kind")).isEqualTo("NONE");

        Response added = post("", body("≥ 80%", "2024-08-01", "\"dueDate\": \"2026-12-31\","), "*");
        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        assertThat(get("?validOn=2024-08-01").jsonPath().getList("items.raw")).isEqualTo(List.of("-", "≥ 80%", "85%"));
        assertProblem(post("", body("≥ 80%", "2024-08-01", "\"dueDate\": \"2026-12-31\","), "*"), 409, "TARGET_EXISTS");
        assertProblem(post("", body("≥ 80%", "2024-08-01", ""), "*"), 422, "TARGET_INVALID");
        assertProblem(
                post("", body("≥ 80%", "2024-08-01", "\"dueDate\": \"2023-12-31\","), "*"), 422, "TARGET_INVALID");
        assertProblem(revise("85%", "≥ 88%", "2024-08-01", "\"dueDate\": \"2026-12-31\","), 409, "TARGET_EXISTS");
        assertThat(revise("85%", "≥ 88%", "2024-08-01", "\"dueDate\": \"2031-06-30\",")
                        .jsonPath()
                        .getList("items.dueDate"))
                .contains("2031-06-30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "95) | TARGET_UNREADABLE",
                "120% | TARGET_UNREADABLE",
                "≥ 75% (2025); ≥ 80% (2027) | TARGET_UNREADABLE",
                "≥ 75% (2027) | TARGET_UNREADABLE",
                "80% 90% | TARGET_UNREADABLE",
            })
    void refusesWordsThatAreNotReadForCertain(String raw, String code) {
        assertProblem(revise("70%", raw, "2024-08-01", ""), 422, code);
        assertThat(get("").jsonPath().getList("items")).hasSize(2);
    }

    @Test
    void takesThePersonsOwnReadingOfSuchWords() {
        Response taken = revise(
                "70%",
                "ba phần tư số hồ sơ",
                "2024-08-01",
                "\"reading\": {\"kind\": \"NUMBER\", \"comparator\": \"GE\", \"low\": 75},");

        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(201);
        assertThat(taken.jsonPath().getString("items[1].raw")).isEqualTo("ba phần tư số hồ sơ");
        assertThat(taken.jsonPath().getInt("items[1].low")).isEqualTo(75);
        assertThat(taken.jsonPath().getString("items[1].unit")).isEqualTo("%");
        for (String reading : List.of(
                "{\"kind\": \"NUMBER\"}",
                "{\"kind\": \"RANGE\", \"low\": 80}",
                "{\"kind\": \"RANGE\", \"low\": 80, \"high\": 70}",
                "{\"kind\": \"NUMBER\", \"low\": 101}",
                "{\"kind\": \"NUMBER\", \"low\": -1}",
                "{\"kind\": \"NUMBER\", \"comparator\": \"IN\", \"low\": 1}",
                "{\"kind\": \"QUALITATIVE\", \"low\": 1}")) {
            assertProblem(revise("85%", "x", "2024-08-01", "\"reading\": " + reading + ","), 422, "TARGET_INVALID");
        }
        assertProblem(revise("85%", "x", "2024-08-01", "\"reading\": {\"kind\": \"NO\"},"), 400, "INVALID_REQUEST");
    }

    @Test
    void answersEachWrongRequestWithItsProblem() {
        String id = idOf("70%");
        String good = body("≥ 75%", "2024-08-01", "");
        String path = "/api/v1/indicators/" + indicator + "/targets";

        assertProblem(post(id + "/revisions", good, null), 428, "PRECONDITION_REQUIRED");
        assertProblem(post(id + "/revisions", good, "\"99\""), 412, "STALE");
        assertProblem(post(UUID.randomUUID() + "/revisions", good, "*"), 404, "NOT_FOUND");
        assertProblem(post(id + "/revisions", "{\"raw\": \" \"}", "*"), 400, "INVALID_REQUEST");
        assertProblem(post(id + "/revisions", "{", "*"), 400, "INVALID_REQUEST");
        assertProblem(post("", good, null), 428, "PRECONDITION_REQUIRED");
        for (String operation : List.of(path, path + "/" + id + "/revisions")) {
            assertProblem(
                    as("reporter", "10675")
                            .contentType("application/json")
                            .body(good)
                            .post(operation),
                    403,
                    "FORBIDDEN");
            assertProblem(
                    as("leader", "11002")
                            .header("If-Match", "*")
                            .contentType("application/json")
                            .body(good)
                            .post(operation),
                    404,
                    "NOT_FOUND");
            assertProblem(
                    RestAssured.given()
                            .contentType("application/json")
                            .body(good)
                            .post(operation),
                    401,
                    "UNAUTHENTICATED");
            assertProblem(
                    as("leader", "10675").contentType("text/plain").body("x").post(operation),
                    415,
                    "UNSUPPORTED_MEDIA_TYPE");
        }
        assertProblem(as("leader", "11002").get(path), 404, "NOT_FOUND");
        assertProblem(as("public", "10675").get(path), 403, "FORBIDDEN");
        assertProblem(RestAssured.given().get(path), 401, "UNAUTHENTICATED");
        assertThat(get("").header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void ofTwoChangesAtOnceOneIsStale() {
        String id = idOf("70%");

        List<Integer> statuses = IntStream.of(75, 80)
                .mapToObj(value -> CompletableFuture.supplyAsync(
                        () -> post(id + "/revisions", body("≥ " + value + "%", "2024-08-01", ""), "\"1\"")
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(201, 412);
        assertThat(get("").jsonPath().getList("items")).hasSize(3);
    }

    private String idOf(String raw) {
        return get("").jsonPath().getString("items.find { it.raw == '" + raw + "' }.id");
    }

    private Response get(String query) {
        return as("reporter", "10675").get("/api/v1/indicators/" + indicator + "/targets" + query);
    }

    private Response revise(String old, String raw, String effectiveOn, String more) {
        return post(idOf(old) + "/revisions", body(raw, effectiveOn, more), "*");
    }

    private Response post(String path, String body, @Nullable String ifMatch) {
        var request =
                as("standing-body", "10675").contentType("application/json").body(body);
        String slash = path.isEmpty() ? "" : "/";
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/api/v1/indicators/" + indicator + "/targets" + slash + path);
    }

    private static String body(String raw, String effectiveOn, String more) {
        return """
                {"raw": "%s", %s "effectiveOn": "%s", "decisionDocument": "%s"}""".formatted(raw, more, effectiveOn, DECISION);
    }
}
