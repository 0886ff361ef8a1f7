package vn.monitoring.indicator.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.indicator.Figures;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.indicator.grade.DueGrading;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class ScorecardResourceTest {

    @Inject
    TestClock clock;

    @Inject
    DueGrading due;

    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2026, 12, 31));
        GradedPlan.set();
        figure("đạt", 95);
        figure("không đạt", 60);
        UUID none = GradedPlan.indicator("không đặt", "%");
        GradedPlan.target(none, "NONE", null, null, 2026);
        UUID silent = GradedPlan.indicator("im lặng", "%");
        GradedPlan.target(silent, "NUMBER", "GE", "90", 2026);
        TestDatabase.shared().execute("update indicator set indicator_group = 'II. Nguồn lực' where name = 'im lặng'");
        UUID theirs = GradedPlan.indicator(GradedPlan.OTHER_PLAN, "11002", "11002", "của nơi khác", "%", null);
        GradedPlan.target(theirs, "NUMBER", "GE", "90", 2026);
        due.gradeAllDue();
    }

    private static void figure(String name, int value) {
        UUID indicator = GradedPlan.indicator(name, "%");
        GradedPlan.target(indicator, "NUMBER", "GE", "90", 2026);
        Figures.verified(indicator, "2026-Q4", "2026-12-31", "\"value\": " + value);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void countsByStatusAndGroupAndNeverAverages() {
        JsonNode card = scorecard(GradedPlan.inspector(), "10675");

        assertThat(card.get("unitName").asText()).isEqualTo("Phường Kinh Môn");
        assertThat(card.get("asOf").asText()).isEqualTo("2026-12-31");
        JsonNode overall = card.get("overall");
        assertThat(overall.get("total").asInt()).isEqualTo(4);
        assertThat(overall.get("statuses").toString())
                .isEqualTo(
                        "{\"ACHIEVED\":1,\"ON_TRACK\":0,\"SLIGHTLY_BEHIND\":0,\"BEHIND\":0,\"MISSED\":1,\"NOT_DUE\":0,"
                                + "\"NO_TARGET\":1,\"NO_DATA\":1}");
        assertThat(overall.get("worst").asText()).isEqualTo("MISSED");
        assertThat(overall.get("coverage").toString())
                .isEqualTo("{\"numerator\":2,\"denominator\":3,\"percent\":66.67,\"enough\":false}");
        assertThat(card.get("reportingUnits").get("denominator").asInt()).isEqualTo(1);
        assertThat(card.get("groups")).hasSize(2);
        assertThat(card.get("groups").get(1).get("group").asText()).isEqualTo("II. Nguồn lực");
        assertThat(card.get("groups").get(1).get("distribution").get("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void aProvinceCountsItsCommunes() {
        JsonNode card = scorecard(GradedPlan.inspector(), "31");

        assertThat(card.get("overall").get("total").asInt()).isEqualTo(5);
        assertThat(card.get("reportingUnits").get("numerator").asInt()).isEqualTo(1);
        assertThat(card.get("reportingUnits").get("denominator").asInt()).isEqualTo(2);
    }

    @Test
    void countsByGroupsOfTheCatalogue() {
        TestDatabase.shared()
                .execute("update indicator set canonical_code = 'HT.5G' where name in ('đạt', 'không đạt')");

        JsonNode groups = scorecard(GradedPlan.inspector(), "10675").get("canonicalGroups");

        assertThat(groups).hasSize(2);
        assertThat(groups.get(0).get("group").asText()).isEqualTo("HT");
        assertThat(groups.get(0).get("distribution").get("total").asInt()).isEqualTo(2);
        assertThat(groups.get(0).get("distribution").get("worst").asText()).isEqualTo("MISSED");
        assertThat(groups.get(1).get("group").isNull()).isTrue();
    }

    @Test
    void listsTheUnitsBelow() {
        JsonNode first = Figures.json(Figures.get(GradedPlan.inspector(), "scorecards/31/children?limit=1"));
        JsonNode second = Figures.json(Figures.get(
                GradedPlan.inspector(),
                "scorecards/31/children?cursor=" + first.get("next").asText()));

        assertThat(first.get("items").get(0).get("unitCode").asText()).isEqualTo("10675");
        assertThat(first.get("items").get(0).get("distribution").get("total").asInt())
                .isEqualTo(4);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("items").get(0).get("unitCode").asText()).isEqualTo("11002");
        assertThat(second.get("items").get(0).get("distribution").get("worst").isNull())
                .isTrue();
        JsonNode agencies = Figures.json(Figures.get(GradedPlan.inspector(), "scorecards/10675/children"));
        assertThat(agencies.get("items"))
                .extracting(child -> child.get("unitCode").asText() + " "
                        + child.get("distribution").get("total").asInt())
                .containsExactly("10675.HCC 0", "10675.VHXH 4");
    }

    @Test
    void tellsTheTrendByBusinessDates() {
        UUID late = GradedPlan.indicator("tiến dần", "%");
        GradedPlan.target(late, "NUMBER", "GE", "90", 2026);
        Figures.verified(late, "2026-Q2", "2026-06-30", "\"value\": 40");
        Figures.verified(late, "2026-Q3", "2026-09-30", "\"value\": 91");

        JsonNode points = Figures.json(Figures.get(
                        GradedPlan.inspector(), "scorecards/10675/trend?from=2026-05-01&to=2026-12-31&step=quarter"))
                .get("points");

        assertThat(points)
                .extracting(point -> point.get("asOf").asText() + " "
                        + point.get("distribution").get("total").asInt() + " "
                        + point.get("distribution")
                                .get("statuses")
                                .get("ACHIEVED")
                                .asInt())
                .containsExactly("2026-06-30 1 0", "2026-09-30 1 1", "2026-12-31 5 2");
        assertThat(Figures.json(Figures.get(GradedPlan.inspector(), "scorecards/10675/trend"))
                        .get("points"))
                .hasSize(13);
        for (String wrong : List.of("from=2027-01-01", "from=2000-01-01", "step=week", "to=x")) {
            assertThat(Figures.get(GradedPlan.inspector(), "scorecards/10675/trend?" + wrong)
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void ranksUnitsOfOneTypeWithTiesAndGreysApart() {
        TestDatabase.shared().execute("""
                insert into unit (code, parent_code, path, type, name) values
                    ('10001', '31', '31.10001', 'COMMUNE_PHUONG', 'Phường Một'),
                    ('10002', '31', '31.10002', 'COMMUNE_PHUONG', 'Phường Hai'),
                    ('10003', '31', '31.10003', 'COMMUNE_XA', 'Xã Ba')""", """
                insert into plan (id, unit_code, block, doc_type, number, identity_key, title, issued_on, horizon_start,
                    horizon_end, status, imported_at, version)
                select gen_random_uuid(), code, 'DANG', 'Kế hoạch', '1', '1', 'Kế hoạch', '2024-01-01', '2024-01-01',
                    '2045-12-31', 'IN_FORCE', now(), 1 from unit where code in ('10001', '10002', '10003')""", """
                insert into indicator (id, plan_id, unit_code, responsible_unit_code, row_key, position, name, measure_unit,
                    canonical_code, direction, place, outcome, version)
                select gen_random_uuid(), id, unit_code, unit_code, 'r', 1, 'so sánh', '%', 'HT.5G', 'HIGHER', 'x', 'ACCEPTED', 1
                from plan where unit_code in ('10001', '10002', '10003', '10675', '11002')""", """
                insert into target (id, indicator_id, raw, kind, comparator, low, unit, soft, year, due_date, confidence,
                    provisional, place, valid_from)
                select gen_random_uuid(), id, '≥ 90%', 'NUMBER', 'GE', 90, '%', false, 2026, '2026-12-31', 'HIGH', false, 'x',
                    '2024-01-01' from indicator where name = 'so sánh'""", """
                insert into measurement (id, indicator_id, plan_id, unit_code, period, period_start, period_end, numerator,
                    denominator, value, as_of, status, submitted_by, submitter_subject, submitter_units, submitted_at,
                    verified_at, revision, version)
                select gen_random_uuid(), i.id, i.plan_id, i.unit_code, '2026-Q4', '2026-10-01', '2026-12-31', v.n, 20, v.n * 5,
                    '2026-12-31', 'VERIFIED', 'r', 's', '{}', now(), now(), 1, 1
                from indicator i join (values ('10001', 18), ('10002', 18), ('10003', 20), ('10675', 7)) v (code, n)
                    on v.code = i.unit_code where i.name = 'so sánh'""");
        due.gradeAllDue();

        JsonNode answer = Figures.json(
                Figures.get(GradedPlan.inspector(), "scorecards/31/comparison?type=COMMUNE_PHUONG&canonical=HT.5G"));

        assertThat(answer.get("ranked"))
                .extracting(row ->
                        row.get("rank").asInt() + " " + row.get("unitCode").asText() + " "
                                + row.get("status").asText() + " "
                                + row.get("numerator").asInt() + "/"
                                + row.get("denominator").asInt())
                .containsExactly("1 10001 ACHIEVED 18/20", "1 10002 ACHIEVED 18/20", "3 10675 MISSED 7/20");
        assertThat(answer.get("ranked").get(0).get("target").get("low").asInt()).isEqualTo(90);
        assertThat(answer.get("notRanked"))
                .extracting(row ->
                        row.get("unitCode").asText() + " " + row.get("status").asText())
                .containsExactly("11002 NO_DATA");
        for (String wrong :
                List.of("type=COMMUNE_PHUONG&canonical=X.Y", "type=VILLAGE&canonical=HT.5G", "type=AGENCY")) {
            assertThat(Figures.get(GradedPlan.inspector(), "scorecards/31/comparison?" + wrong)
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void countsAsAtADate() {
        Response before = Figures.get(GradedPlan.inspector(), "scorecards/10675?asOf=2023-12-31");

        assertThat(Figures.json(before).get("overall").get("total").asInt()).isZero();
        assertThat(Figures.json(before)
                        .get("overall")
                        .get("coverage")
                        .get("percent")
                        .isNull())
                .isTrue();
    }

    @Test
    void refusesStrangersEverywhere() {
        for (String path : List.of("children", "trend", "comparison?type=COMMUNE_XA&canonical=HT.5G")) {
            assertThat(Figures.get(GradedPlan.stranger(), "scorecards/31/" + path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(Figures.get(Tokens.as("nobody").units("31").token(), "scorecards/31/" + path)
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(RestAssured.get("/api/v1/scorecards/31/" + path).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void refusesStrangers() {
        assertThat(Figures.get(GradedPlan.stranger(), "scorecards/10675").statusCode())
                .isEqualTo(404);
        assertThat(Figures.get(GradedPlan.inspector(), "scorecards/99999").statusCode())
                .isEqualTo(404);
        assertThat(Figures.get(Tokens.as("nobody").units("10675").token(), "scorecards/10675")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Figures.get(GradedPlan.inspector(), "scorecards/10675?asOf=x")
                        .statusCode())
                .isEqualTo(400);
        String expired = Tokens.as("inspector-31")
                .roles("inspector")
                .units("31")
                .expiresAt(Instant.now().minusSeconds(3600))
                .token();
        assertThat(Figures.get(expired, "scorecards/10675").statusCode()).isEqualTo(401);
    }

    private static JsonNode scorecard(String token, String unit) {
        Response answer = Figures.get(token, "scorecards/" + unit);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Figures.json(answer);
    }
}
