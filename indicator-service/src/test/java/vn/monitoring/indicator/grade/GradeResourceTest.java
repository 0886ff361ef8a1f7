package vn.monitoring.indicator.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.indicator.Figures;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.indicator.grading.Grader;
import vn.monitoring.indicator.grading.Judgement;
import vn.monitoring.kit.testing.EventSchemas;
import vn.monitoring.kit.testing.Events;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class GradeResourceTest {

    @Inject
    TestClock clock;

    @Inject
    DueGrading due;

    @Inject
    GradeTable table;

    @Inject
    GradingPolicies policies;

    private UUID indicator;

    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2026, 12, 31));
        GradedPlan.set();
        indicator = GradedPlan.indicator("Tỷ lệ hồ sơ trực tuyến", "%");
        GradedPlan.target(indicator, "NUMBER", "GE", "70", 2025);
        GradedPlan.target(indicator, "NUMBER", "GE", "85", 2030);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void gradesAVerifiedFigureAndTellsIt() {
        assertThat(stateBaseline(GradedPlan.standingBody(), indicator, null, "62")
                        .statusCode())
                .isEqualTo(201);
        String measurement =
                Figures.verified(indicator, "2026-Q4", "2026-12-31", "\"numerator\": 721, \"denominator\": 1000");

        JsonNode grade = grades(indicator).get(0);

        assertThat(grade.get("asOf").asText()).isEqualTo("2026-12-31");
        assertThat(grade.get("status").asText()).isEqualTo("SLIGHTLY_BEHIND");
        assertThat(grade.get("value").decimalValue()).isEqualByComparingTo("72.1");
        assertThat(grade.get("expected").decimalValue()).isEqualByComparingTo("73.00");
        assertThat(grade.get("gap").decimalValue()).isEqualByComparingTo("-0.90");
        assertThat(grade.get("shortfall").decimalValue()).isEqualByComparingTo("129");
        assertThat(grade.get("measurementId").asText()).isEqualTo(measurement);
        assertThat(grade.get("period").asText()).isEqualTo("2026-Q4");
        assertThat(grade.get("target").get("year").asInt()).isEqualTo(2030);
        assertThat(grade.get("policyVersion").asInt()).isEqualTo(1);
        assertThat(grade.get("inputs").get("baselineValue").decimalValue()).isEqualByComparingTo("62");
        assertThat(grade.get("inputs").get("baselineAssumed").asBoolean()).isFalse();
        assertThat(grade.get("explanation").get("vi").asText())
                .startsWith("72,1% (721/1.000) ngày 31/12/2026; lộ trình đến ngày 31/12/2026 là 73,00%")
                .contains("chậm nhẹ", "còn thiếu 129.");
        assertTold(grade);
    }

    @Test
    void gradesTheMilestonesThatHavePassed() {
        Figures.verified(indicator, "2025-Q3", "2025-09-30", "\"value\": 69.5");

        assertThat(statuses(indicator))
                .containsExactly("2026-12-31 NO_DATA", "2025-12-31 MISSED", "2025-09-30 ON_TRACK");
    }

    @Test
    void aVerifiedFigureStaysTheGradedOneUntilItsRevisionIsVerified() {
        String id = Figures.verified(indicator, "2026-Q4", "2026-12-31", "\"value\": 90");
        assertThat(grades(indicator).get(0).get("status").asText()).isEqualTo("ACHIEVED");

        Response revised = RestAssured.given()
                .auth()
                .oauth2(GradedPlan.reporter())
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"value\": 60, \"asOf\": \"2026-12-15\"}")
                .put("/api/v1/measurements/" + id);
        assertThat(revised.statusCode()).isEqualTo(200);
        assertThat(grades(indicator).get(0).get("value").asInt()).isEqualTo(90);

        Figures.verify(id, 2);
        JsonNode newest = grades(indicator).get(0);
        assertThat(newest.get("value").asInt()).isEqualTo(60);
        assertThat(newest.get("asOf").asText()).isEqualTo("2026-12-31");
        assertThat(newest.get("version").asInt()).isEqualTo(2);
        assertThat(newest.get("status").asText()).isEqualTo("BEHIND");
    }

    @Test
    void cumulatesFlowsOverTheYear() {
        UUID flow = GradedPlan.indicator(
                GradedPlan.PLAN, "10675", "10675.VHXH", "Tỷ lệ hồ sơ xử lý trực tuyến", "%", "CQ.HOSO_TT");
        GradedPlan.target(flow, "NUMBER", "GE", "30", 2026);
        Figures.verified(flow, "2026-Q1", "2026-03-31", "\"numerator\": 9, \"denominator\": 10");
        Figures.verified(flow, "2026-Q2", "2026-06-30", "\"numerator\": 300, \"denominator\": 1000");

        JsonNode grade = Figures.json(Figures.get(GradedPlan.inspector(), "grades?asOf=2026-06-30&limit=200"))
                .get("items")
                .get(0);

        assertThat(grade.get("numerator").asInt()).isEqualTo(309);
        assertThat(grade.get("denominator").asInt()).isEqualTo(1010);
        assertThat(grade.get("value").decimalValue()).isEqualByComparingTo("30.5941");
        assertThat(grade.get("status").asText()).isEqualTo("ACHIEVED");
    }

    @Test
    void aDenominatorOfZeroIsNotGraded() {
        Figures.verified(indicator, "2026-Q4", "2026-12-31", "\"numerator\": 0, \"denominator\": 0");

        JsonNode grade = grades(indicator).get(0);
        assertThat(grade.get("status").asText()).isEqualTo("NO_TARGET");
        assertThat(grade.get("explanation").get("en").asText()).contains("does not apply");
    }

    @Test
    void aDoubtfulTargetGradesProvisionallyAndADisputedOneNotAtAll() {
        UUID doubtful = GradedPlan.indicator("Mục tiêu nghi ngờ", "%");
        GradedPlan.target(doubtful, "NUMBER", "EQ", "95", 2026, true, "2024-01-01");
        Figures.verified(doubtful, "2026-Q4", "2026-12-31", "\"value\": 96");
        assertThat(grades(doubtful).get(0).get("status").asText()).isEqualTo("ACHIEVED");
        assertThat(grades(doubtful).get(0).get("overlays").get("provisional").asBoolean())
                .isTrue();

        UUID disputed = GradedPlan.indicator("Mục tiêu mâu thuẫn", "%");
        GradedPlan.target(disputed, "NUMBER", "GE", "50", 2026, true, "2024-01-01");
        TestDatabase.shared()
                .execute("update target set flags = '{VALUE_CONFLICT}' where indicator_id = '" + disputed + "'");
        Figures.verified(disputed, "2026-Q4", "2026-12-31", "\"value\": 96");
        assertThat(grades(disputed).get(0).get("status").asText()).isEqualTo("NO_DATA");
    }

    @Test
    void ofARowThatNeedsADecisionOnlyTheDoubtfulMilestoneWaits() {
        UUID row = GradedPlan.indicator("Một mốc nghi ngờ", "%");
        GradedPlan.target(row, "NUMBER", "GE", "50", 2025);
        GradedPlan.target(row, "NUMBER", "EQ", "95", 2026, true, "2024-01-01");
        TestDatabase.shared().execute("update indicator set outcome = 'NEEDS_DECISION' where id = '" + row + "'");
        Figures.verified(row, "2025-Q4", "2025-12-31", "\"value\": 60");
        Figures.verified(row, "2026-Q4", "2026-12-31", "\"value\": 96");

        assertThat(statuses(row)).containsExactly("2026-12-31 NO_DATA", "2025-12-31 ACHIEVED");
        assertThat(grades(row).get(0).get("explanation").get("vi").asText()).contains("Hãy xác nhận giá trị đúng");
    }

    @Test
    void listsTheLatestGradesAsAtADate() {
        UUID other = GradedPlan.indicator("Số doanh nghiệp", "Doanh nghiệp");
        GradedPlan.target(other, "NUMBER", "GE", "2", 2026);
        Figures.verified(indicator, "2026-Q2", "2026-06-30", "\"value\": 60");
        Figures.verified(indicator, "2026-Q3", "2026-09-30", "\"value\": 90");
        Figures.verified(other, "2026-Q3", "2026-09-30", "\"value\": 2");

        assertThat(list("asOf=2026-06-30"))
                .extracting(
                        grade -> grade.get("asOf").asText(),
                        grade -> grade.get("value").asInt())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("2026-06-30", 60));
        assertThat(list("asOf=2026-10-01"))
                .extracting(grade -> grade.get("status").asText())
                .containsExactly("ACHIEVED", "ACHIEVED");
        assertThat(list("asOf=2024-01-01")).isEmpty();
        assertThat(list("unit=10675.HCC")).isEmpty();
        assertThat(list("unit=10675.VHXH&planId=" + GradedPlan.PLAN)).hasSize(2);
        assertThat(list("planId=" + GradedPlan.OTHER_PLAN)).isEmpty();

        JsonNode first = Figures.json(Figures.get(GradedPlan.inspector(), "grades?limit=1"));
        JsonNode second = Figures.json(Figures.get(
                GradedPlan.inspector(),
                "grades?limit=1&cursor=" + first.get("next").asText()));
        assertThat(first.get("items").get(0).get("indicatorName").asText()).isEqualTo("Tỷ lệ hồ sơ trực tuyến");
        assertThat(second.get("items").get(0).get("indicatorName").asText()).isEqualTo("Số doanh nghiệp");
        assertThat(second.get("next").isNull()).isTrue();

        JsonNode newest =
                Figures.json(Figures.get(GradedPlan.inspector(), "indicators/" + indicator + "/grades?limit=1"));
        JsonNode older = Figures.json(Figures.get(
                GradedPlan.inspector(),
                "indicators/" + indicator + "/grades?limit=1&cursor="
                        + newest.get("next").asText()));
        assertThat(newest.get("items").get(0).get("asOf").asText()).isEqualTo("2026-09-30");
        assertThat(older.get("items").get(0).get("asOf").asText()).isEqualTo("2026-06-30");
    }

    @Test
    void narrowsTheList() {
        UUID missed = GradedPlan.indicator(
                GradedPlan.PLAN, "10675", "10675.VHXH", "Chuyên trách có chứng chỉ", "%", "NL.CC_QTDL");
        GradedPlan.target(missed, "NUMBER", "GE", "100", 2025);
        TestDatabase.shared()
                .execute("update indicator set indicator_group = 'II. Nguồn lực' where id = '" + missed + "'");
        Figures.verified(missed, "2026-Q3", "2026-09-30", "\"numerator\": 6, \"denominator\": 8");
        Figures.verified(missed, "2026-Q4", "2026-12-31", "\"numerator\": 3, \"denominator\": 8");
        Figures.verified(indicator, "2026-Q4", "2026-12-31", "\"value\": 90");

        assertThat(list("limit=200")).hasSize(2);
        for (String narrow : List.of(
                "status=MISSED",
                "canonical=NL.CC_QTDL",
                "group=II. Nguồn lực",
                "overlay=REGRESSING",
                "status=MISSED&unit=10675")) {
            assertThat(list(narrow))
                    .as(narrow)
                    .extracting(grade -> grade.get("indicatorId").asText())
                    .containsExactly(missed.toString());
        }
        assertThat(list("status=ACHIEVED&canonical=NL.CC_QTDL")).isEmpty();
        assertThat(list("overlay=AT_RISK")).isEmpty();
        assertThat(list("overlay=PROVISIONAL")).isEmpty();
        TestDatabase.shared().execute("update plan set status = 'SUPERSEDED' where id = '" + GradedPlan.PLAN + "'");
        assertThat(list("limit=200")).isEmpty();
        assertThat(list("planStatus=SUPERSEDED&status=MISSED")).hasSize(1);
        for (String wrong : List.of("status=GOOD", "overlay=X", "planStatus=OLD", "cursor=eA")) {
            assertThat(Figures.get(GradedPlan.inspector(), "grades?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void opensAGradeSoThatItCanBeComputedAgain() {
        stateBaseline(GradedPlan.standingBody(), indicator, null, "62");
        Figures.verified(indicator, "2026-Q2", "2026-06-30", "\"numerator\": 690, \"denominator\": 1000");
        Figures.verified(indicator, "2026-Q3", "2026-09-30", "\"numerator\": 700, \"denominator\": 1000");
        Figures.verified(indicator, "2026-Q4", "2026-12-31", "\"numerator\": 721, \"denominator\": 1000");
        JsonNode listed = grades(indicator).get(0);
        String id = listed.get("id").asText();

        JsonNode detail = Figures.json(Figures.get(GradedPlan.inspector(), "grades/" + id));

        assertThat(detail.get("grade")).isEqualTo(listed);
        assertThat(detail.get("policy").get("version").asInt()).isEqualTo(1);
        assertThat(detail.get("confirmedPolicy").asInt()).isEqualTo(1);
        assertThat(detail.get("basis").get("figures")).hasSize(3);
        assertThat(detail.get("basis").get("targets")).hasSize(2);
        assertThat(detail.get("basis").get("baseline").get("value").asInt()).isEqualTo(62);

        GradingPolicies.Version policy = policies.find(1).orElseThrow();
        Judgement again = new Grader(GradingPolicies.policy(policy))
                .grade(table.findBasis(UUID.fromString(id)).orElseThrow().toCase());
        assertThat(again.status().name()).isEqualTo(listed.get("status").asText());
        assertThat(again.expected()).isEqualByComparingTo(listed.get("expected").decimalValue());
        assertThat(again.gap()).isEqualByComparingTo(listed.get("gap").decimalValue());
        assertThat(again.projection())
                .isEqualByComparingTo(listed.get("projection").decimalValue());
        assertThat(again.explanation().vi())
                .isEqualTo(listed.get("explanation").get("vi").asText());

        assertThat(Figures.get(GradedPlan.stranger(), "grades/" + id).statusCode())
                .isEqualTo(404);
        assertThat(Figures.get(GradedPlan.inspector(), "grades/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void holdsARelativeTargetAgainstTheProvince() {
        UUID relative =
                GradedPlan.indicator(GradedPlan.PLAN, "10675", "10675.VHXH", "Cao hơn bình quân tỉnh", "%", "XH.VNEID");
        GradedPlan.target(relative, "RELATIVE", null, null, 2030);
        provinceSum("2026-12", 600, 1000);
        Figures.verified(relative, "2026-12", "2026-12-31", "\"numerator\": 61, \"denominator\": 100");
        assertThat(grades(relative).get(0).get("status").asText()).isEqualTo("ACHIEVED");
        assertThat(grades(relative).get(0).get("expected").asInt()).isEqualTo(60);
        due.gradeAllDue();
        assertThat(due.gradeAllDue()).isZero();

        provinceSum("2026-12", 700, 1000);

        assertThat(due.gradeAllDue()).isEqualTo(1);
        assertThat(grades(relative).get(0).get("status").asText()).isEqualTo("BEHIND");
        assertThat(grades(relative).get(0).get("explanation").get("en").asText())
                .contains("the province's 63.64%");
        assertThat(due.gradeAllDue()).isZero();
    }

    @Test
    void comparesAFlowWithTheProvincesYear() {
        UUID relative = GradedPlan.indicator(
                GradedPlan.PLAN, "10675", "10675.VHXH", "Hồ sơ trực tuyến hơn bình quân", "%", "CQ.HOSO_TT");
        GradedPlan.target(relative, "RELATIVE", null, null, 2030);
        TestDatabase.shared().execute("""
                insert into province_sum (province_code, canonical_code, period, verified_numerator, verified_denominator,
                    verified_units, version, changed_at)
                values ('31', 'CQ.HOSO_TT', '2026-Q1', 90, 100, 1, 1, now()),
                    ('31', 'CQ.HOSO_TT', '2026-Q2', 10, 100, 1, 1, now())""");
        Figures.verified(relative, "2026-Q1", "2026-03-31", "\"numerator\": 60, \"denominator\": 100");
        Figures.verified(relative, "2026-Q2", "2026-06-30", "\"numerator\": 60, \"denominator\": 100");

        JsonNode second = grades(relative).get(1);
        assertThat(second.get("asOf").asText()).isEqualTo("2026-06-30");
        // Their own figures count among the province's: (150 + 70) of 400, and 150 of 200.
        assertThat(second.get("expected").asInt()).isEqualTo(55);
        assertThat(second.get("status").asText()).isEqualTo("ACHIEVED");
        assertThat(grades(relative).get(2).get("expected").asInt()).isEqualTo(75);
    }

    private static void provinceSum(String period, int numerator, int denominator) {
        TestDatabase.shared().execute("""
                insert into province_sum (province_code, canonical_code, period, verified_numerator, verified_denominator,
                    verified_units, version, changed_at)
                values ('31', 'XH.VNEID', '%s', %d, %d, 2, 1, now())
                on conflict (period, canonical_code, province_code) do update
                set verified_numerator = excluded.verified_numerator, version = province_sum.version + 1
                """.formatted(period, numerator, denominator));
    }

    @Test
    void hidesWhatBelongsToOthersAndRefusesStrangers() {
        Figures.verified(indicator, "2026-Q3", "2026-09-30", "\"value\": 90");
        String agency = Tokens.as("reporter-10675-hcc")
                .roles("reporter")
                .units("10675.HCC")
                .token();

        assertThat(Figures.get(GradedPlan.stranger(), "indicators/" + indicator + "/grades")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Figures.get(GradedPlan.stranger(), "grades?unit=10675").statusCode())
                .isEqualTo(404);
        assertThat(Figures.json(Figures.get(agency, "grades")).get("items")).isEmpty();
        assertThat(Figures.get(agency, "indicators/" + indicator + "/baseline").statusCode())
                .isEqualTo(404);
        String roleless = Tokens.as("nobody").units("10675").token();
        String expired = Tokens.as("inspector-31")
                .roles("inspector")
                .units("31")
                .expiresAt(Instant.now().minusSeconds(3600))
                .token();
        for (String path : List.of("grades", "indicators/" + indicator + "/grades")) {
            assertThat(Figures.get(roleless, path).statusCode()).isEqualTo(403);
            assertThat(Figures.get(expired, path).statusCode()).isEqualTo(401);
        }
        assertThat(Figures.get(GradedPlan.inspector(), "grades?limit=0").statusCode())
                .isEqualTo(400);
        for (String parameter : List.of("asOf", "planId")) {
            Response malformed = Figures.get(GradedPlan.inspector(), "grades?" + parameter + "=hom-nay");
            assertThat(malformed.statusCode()).isEqualTo(400);
            assertThat(Figures.json(malformed)
                            .get("violations")
                            .get(0)
                            .get("field")
                            .asText())
                    .isEqualTo(parameter);
        }
        assertThat(Figures.get(GradedPlan.inspector(), "indicators/hom-nay/grades")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aStatedBaselineGradesAnewAndIsChangedWithIfMatch() {
        Figures.verified(indicator, "2026-Q2", "2026-06-30", "\"value\": 60");
        assertThat(grades(indicator).get(0).get("inputs").get("baselineAssumed").asBoolean())
                .isTrue();

        Response stated = stateBaseline(GradedPlan.standingBody(), indicator, null, "20");
        assertThat(stated.statusCode()).isEqualTo(201);
        assertThat(stated.header("ETag")).isEqualTo("\"0\"");
        assertThat(grades(indicator).get(0).get("inputs").get("baselineValue").asInt())
                .isEqualTo(20);

        assertThat(stateBaseline(GradedPlan.standingBody(), indicator, null, "30")
                        .statusCode())
                .isEqualTo(428);
        assertThat(stateBaseline(GradedPlan.standingBody(), indicator, "\"7\"", "30")
                        .statusCode())
                .isEqualTo(412);
        assertThat(stateBaseline(GradedPlan.standingBody(), indicator, "\"0\"", "-1")
                        .statusCode())
                .isEqualTo(400);
        Response changed = stateBaseline(GradedPlan.standingBody(), indicator, "\"0\"", "30");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(stateBaseline(GradedPlan.reporter(), indicator, "\"1\"", "30")
                        .statusCode())
                .isEqualTo(403);
        assertThat(stateBaseline(GradedPlan.stranger(), indicator, "\"1\"", "30")
                        .statusCode())
                .isEqualTo(404);
        JsonNode read = Figures.json(Figures.get(GradedPlan.inspector(), "indicators/" + indicator + "/baseline"));
        assertThat(read.get("value").asInt()).isEqualTo(30);
        assertThat(read.get("statedBy").asText()).isEqualTo("standing-10675");
    }

    private static JsonNode grades(UUID indicatorId) {
        return Figures.json(Figures.get(GradedPlan.inspector(), "indicators/" + indicatorId + "/grades"))
                .get("items");
    }

    private static List<String> statuses(UUID indicatorId) {
        return java.util.stream.StreamSupport.stream(grades(indicatorId).spliterator(), false)
                .map(grade ->
                        grade.get("asOf").asText() + " " + grade.get("status").asText())
                .toList();
    }

    private static JsonNode list(String query) {
        Response answer = Figures.get(GradedPlan.inspector(), "grades?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Figures.json(answer).get("items");
    }

    private static Response stateBaseline(String token, UUID indicatorId, @Nullable String ifMatch, String value) {
        var request = RestAssured.given().auth().oauth2(token).contentType("application/json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body("""
                        {"date": "2024-12-31", "value": %s, "source": "Báo cáo 12/BC-UBND"}""".formatted(value)).put("/api/v1/indicators/" + indicatorId + "/baseline");
    }

    private static void assertTold(JsonNode grade) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<JsonNode> told = Events.read(
                            "monitoring.grade", grade.get("indicatorId").asText())
                    .stream()
                    .map(Events.Event::data)
                    .filter(data -> data.get("id").equals(grade.get("id")))
                    .toList();
            assertThat(told).isNotEmpty();
            assertThat(told.getLast()).isEqualTo(grade);
            assertThat(EventSchemas.violations(
                            "vn.monitoring.grade.changed.v1", told.getLast().toString()))
                    .isEmpty();
        });
    }
}
