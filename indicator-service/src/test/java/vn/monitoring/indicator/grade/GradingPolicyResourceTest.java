package vn.monitoring.indicator.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.monitoring.indicator.Callers.as;
import static vn.monitoring.indicator.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.indicator.Figures;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;

/// Versions of the policy, and trying one without storing anything.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class GradingPolicyResourceTest {

    @Inject
    TestClock clock;

    private UUID slow;

    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2026, 12, 31));
        GradedPlan.set();
        slow = GradedPlan.indicator("chậm", "%");
        GradedPlan.target(slow, "NUMBER", "GE", "70", 2025);
        GradedPlan.target(slow, "NUMBER", "GE", "85", 2030);
        // 73 are expected
        Figures.verified(slow, "2026-Q4", "2026-12-31", "\"numerator\": 690, \"denominator\": 1000");
    }

    @AfterEach
    void onlyTheFirstPolicy() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> "0".equals(TestDatabase.shared().ask("select count(*) from grading_due")));
        clock.reset();
        TestDatabase.shared()
                .execute(
                        "delete from grading_state",
                        "delete from grade",
                        "delete from grading_policy where version > 1");
    }

    @Test
    void aNewVersionIsKeptAndGradesEverythingAnew() {
        assertThat(status()).isEqualTo("BEHIND");

        Response added = add("admin-31", "province-admin", """
                {"settings": {"slightlyBehindPoints": 6}, "decisionDocument": "QĐ 12/QĐ-BCĐ"}""");

        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        assertThat(added.header("Location")).endsWith("/api/v1/grading-policies/2");
        JsonNode version = Figures.json(added);
        assertThat(version.get("version").asInt()).isEqualTo(2);
        assertThat(version.get("settings").get("slightlyBehindPoints").asInt()).isEqualTo(6);
        assertThat(version.get("settings").get("silentPeriods").asInt()).isEqualTo(2);
        assertThat(version.get("decisionDocument").asText()).isEqualTo("QĐ 12/QĐ-BCĐ");
        assertThat(version.get("decidedBy").asText()).isEqualTo("admin-31");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(status()).isEqualTo("SLIGHTLY_BEHIND");
            assertThat(TestDatabase.shared().ask("select policy_version from grading_sweep"))
                    .isEqualTo("2");
        });
        JsonNode list = Figures.json(Figures.get(GradedPlan.inspector(), "grading-policies?limit=1"));
        assertThat(list.get("items").get(0).get("version").asInt()).isEqualTo(2);
        JsonNode next = Figures.json(Figures.get(
                GradedPlan.inspector(),
                "grading-policies?cursor=" + list.get("next").asText()));
        assertThat(next.get("items")).hasSize(1);
        assertThat(next.get("items").get(0).get("version").asInt()).isEqualTo(1);
        assertThat(Figures.json(Figures.get(GradedPlan.inspector(), "grading-policies/2")))
                .isEqualTo(version);
    }

    @Test
    void namesEverySettingOutOfItsBounds() {
        Response refused = add("steering-31", "steering-committee", """
                {"settings": {"slightlyBehindProgress": 1.5, "projectionPoints": 2, "rubricAmber": 2, "rubricRed": 1},
                 "decisionDocument": "QĐ 1"}""");

        assertProblem(refused, 422, "POLICY_INVALID");
        assertThat(refused.jsonPath().getList("violations.field"))
                .containsExactly("settings.slightlyBehindProgress", "settings.projectionPoints", "settings.rubricRed");
        assertProblem(add("admin-31", "province-admin", """
                        {"settings": {"slightlyBehind": 1}, "decisionDocument": "QĐ 1"}"""), 400, "INVALID_REQUEST");
        assertProblem(add("admin-31", "province-admin", """
                        {"settings": {"pathShape": "ZIGZAG"}, "decisionDocument": "QĐ 1"}"""), 400, "INVALID_REQUEST");
        assertProblem(add("admin-31", "province-admin", """
                        {"settings": {"silentPeriods": 3}}"""), 400, "INVALID_REQUEST");
        assertThat(TestDatabase.shared().ask("select max(version) from grading_policy"))
                .isEqualTo("1");
    }

    @Test
    void refusesOthersAndStrangers() {
        String body = """
                {"settings": {"silentPeriods": 3}, "decisionDocument": "QĐ 1"}""";
        assertProblem(add("leader-31", "leader", body), 403, "FORBIDDEN");
        assertProblem(
                RestAssured.given().contentType("application/json").body(body).post("/api/v1/grading-policies"),
                401,
                "UNAUTHENTICATED");
        assertProblem(Figures.get(GradedPlan.inspector(), "grading-policies/99"), 404, "NOT_FOUND");
        assertProblem(Figures.get(GradedPlan.inspector(), "grading-policies?cursor=eA"), 400, "INVALID_REQUEST");
        assertProblem(
                as("province-admin", "31").contentType("text/plain").body("x").post("/api/v1/grading-policies"),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void writersAtOnceGetAVersionEach() {
        List<Integer> statuses = IntStream.range(0, 6)
                .mapToObj(writer -> CompletableFuture.supplyAsync(
                        () -> add("admin-31", "province-admin", """
                                {"settings": {"silentPeriods": %d}, "decisionDocument": "QĐ %d"}""".formatted(2 + writer, writer))
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsOnly(201);
        assertThat(TestDatabase.shared()
                        .ask("select string_agg(version::text, ' ' order by version) from grading_policy"))
                .isEqualTo("1 2 3 4 5 6 7");
    }

    @Test
    void triesOtherSettingsWithoutStoringAnything() {
        UUID other = GradedPlan.indicator("đạt rồi", "%");
        GradedPlan.target(other, "NUMBER", "GE", "50", 2026);
        Figures.verified(other, "2026-Q4", "2026-12-31", "\"value\": 60");
        String grades = TestDatabase.shared().ask("select md5(string_agg(g::text, '' order by id)) from grade g");

        JsonNode result = Figures.json(tryOut("""
                {"settings": {"slightlyBehindPoints": 6}, "unit": "10675"}"""));

        assertThat(result.get("indicators").asInt()).isEqualTo(2);
        assertThat(result.get("settings").get("slightlyBehindPoints").asInt()).isEqualTo(6);
        assertThat(result.get("before").get("BEHIND").asInt()).isEqualTo(1);
        assertThat(result.get("after").get("BEHIND").asInt()).isZero();
        assertThat(result.get("after").get("SLIGHTLY_BEHIND").asInt()).isEqualTo(1);
        assertThat(result.get("after").get("ACHIEVED").asInt()).isEqualTo(1);
        assertThat(result.get("differences")).hasSize(1);
        JsonNode difference = result.get("differences").get(0);
        assertThat(difference.get("indicatorId").asText()).isEqualTo(slow.toString());
        assertThat(difference.get("before").asText()).isEqualTo("BEHIND");
        assertThat(difference.get("after").asText()).isEqualTo("SLIGHTLY_BEHIND");
        assertThat(difference.get("explanation").get("vi").asText()).contains("chậm nhẹ");
        assertThat(TestDatabase.shared().ask("select md5(string_agg(g::text, '' order by id)) from grade g"))
                .isEqualTo(grades);
        assertThat(Figures.json(tryOut("""
                        {"settings": {"slightlyBehindPoints": 6}, "indicatorIds": ["%s"]}""".formatted(other))).get("differences"))
                .isEmpty();
        assertThat(Figures.json(tryOut("""
                        {"settings": {}, "planId": "%s", "asOf": "2026-12-30"}""".formatted(GradedPlan.PLAN)))
                        .get("before")
                        .get("NO_DATA")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void keepsATrialWithinBoundsAndSight() {
        assertProblem(tryOut("""
                {"settings": {}}"""), 400, "INVALID_REQUEST");
        assertProblem(tryOut("""
                {"settings": {}, "unit": "10675", "planId": "%s"}""".formatted(GradedPlan.PLAN)), 400, "INVALID_REQUEST");
        assertProblem(tryOut("""
                {"settings": {"rubricRed": 9}, "unit": "10675"}"""), 422, "POLICY_INVALID");
        assertProblem(tryOut("""
                {"settings": {}, "indicatorIds": ["%s", "%s"]}""".formatted(slow, UUID.randomUUID())), 404, "NOT_FOUND");
        assertProblem(tryOut("""
                {"settings": {}, "planId": "%s"}""".formatted(UUID.randomUUID())), 404, "NOT_FOUND");
        assertProblem(
                as("leader", "11002").contentType("application/json").body("""
                                {"settings": {}, "unit": "10675"}""").post("/api/v1/grades/what-if"),
                404,
                "NOT_FOUND");
        assertProblem(
                as("reporter", "10675")
                        .contentType("application/json")
                        .body("""
                                {"settings": {}, "unit": "10675"}""")
                        .post("/api/v1/grades/what-if"),
                403,
                "FORBIDDEN");
        TestDatabase.shared().execute("""
                insert into indicator (id, plan_id, unit_code, responsible_unit_code, row_key, position, name, measure_unit,
                    direction, place, outcome, version)
                select gen_random_uuid(), plan_id, unit_code, responsible_unit_code, 'row-' || n, n, 'Chỉ tiêu ' || n,
                    measure_unit, direction, place, outcome, 1
                from indicator cross join generate_series(2, 5001) n""");
        assertProblem(tryOut("""
                {"settings": {}, "unit": "31"}"""), 422, "WHAT_IF_TOO_WIDE");
        TestDatabase.shared().execute("delete from grading_due");
    }

    private static Response tryOut(String body) {
        return as("steering-committee", "31")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/grades/what-if");
    }

    private static Response add(String username, String role, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(vn.monitoring.kit.testing.Tokens.as(username)
                        .roles(role)
                        .units("31")
                        .token())
                .contentType("application/json")
                .body(body)
                .post("/api/v1/grading-policies");
    }

    private String status() {
        return Figures.json(Figures.get(GradedPlan.inspector(), "indicators/" + slow + "/grades"))
                .get("items")
                .get(0)
                .get("status")
                .asText();
    }
}
