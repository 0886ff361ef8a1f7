package vn.monitoring.indicator.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
class ScorecardMatrixTest {

    @Inject
    TestClock clock;

    @Inject
    DueGrading due;

    private UUID missed = new UUID(0, 0);

    /// Kinh Môn: two indicators of HT.5G, one achieved, one missed; and one outside of the catalogue. Thạch Khôi: one
    /// of
    /// HT.5G and one of CQ.HOSO_TT, both without figures.
    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2026, 12, 31));
        GradedPlan.set();
        figure("đạt", "HT.5G", 95);
        missed = figure("không đạt", "HT.5G", 60);
        figure("ngoài danh mục", null, 10);
        for (String code : List.of("HT.5G", "CQ.HOSO_TT")) {
            GradedPlan.target(
                    GradedPlan.indicator(GradedPlan.OTHER_PLAN, "11002", "11002", code + " nơi khác", "%", code),
                    "NUMBER",
                    "GE",
                    "90",
                    2026);
        }
        due.gradeAllDue();
    }

    private static UUID figure(String name, @Nullable String canonical, int value) {
        UUID indicator = GradedPlan.indicator(GradedPlan.PLAN, "10675", "10675.VHXH", name, "%", canonical);
        GradedPlan.target(indicator, "NUMBER", "GE", "90", 2026);
        Figures.verified(indicator, "2026-Q4", "2026-12-31", "\"value\": " + value);
        return indicator;
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void showsTheWorstGradeOfEachUnitAndCode() {
        JsonNode matrix = matrix("31", "");

        assertThat(matrix.get("asOf").asText()).isEqualTo("2026-12-31");
        assertThat(matrix.get("columns"))
                .extracting(column -> column.get("canonicalCode").asText())
                .containsExactly("CQ.HOSO_TT", "HT.5G");
        assertThat(cells(matrix))
                .containsExactly(
                        "10675 HT.5G MISSED 60 2", "11002 CQ.HOSO_TT NO_DATA null 1", "11002 HT.5G NO_DATA null 1");
        JsonNode cell = matrix.get("items").get(0).get("cells").get(0);
        assertThat(cell.get("indicatorId").asText()).isEqualTo(missed.toString());
        assertThat(cell.get("asOf").asText()).isEqualTo("2026-12-31");
        assertThat(cell.get("regressing").asBoolean()).isFalse();
        assertThat(matrix.get("items").get(0).get("unitName").asText()).isEqualTo("Phường Kinh Môn");
        assertThat(matrix.get("next").isNull()).isTrue();
    }

    @Test
    void showsTheDayThatIsAskedFor() {
        UUID early = figure("sớm", "XH.VNEID", 95);
        Figures.verified(early, "2026-Q2", "2026-06-30", "\"value\": 91");

        assertThat(cells(matrix("31", "?asOf=2026-07-01"))).containsExactly("10675 XH.VNEID ACHIEVED 91 1");
        assertThat(cells(matrix("31", "?asOf=2023-12-31"))).isEmpty();
        assertThat(matrix("31", "?asOf=2023-12-31").get("items")).hasSize(2);
    }

    @Test
    void narrowsToAGroupOfTheCatalogue() {
        assertThat(cells(matrix("31", "?group=CQ"))).containsExactly("11002 CQ.HOSO_TT NO_DATA null 1");
        assertThat(cells(matrix("31", "?group=C"))).isEmpty();
    }

    @Test
    void comesInPagesOfUnits() {
        JsonNode first = matrix("31", "?limit=1");
        JsonNode second = matrix("31", "?limit=1&cursor=" + first.get("next").asText());

        assertThat(cells(first)).containsExactly("10675 HT.5G MISSED 60 2");
        assertThat(cells(second)).hasSize(2).allMatch(cell -> cell.startsWith("11002 "));
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void aCommunesRowsAreItsAgencies() {
        assertThat(cells(matrix("10675", ""))).containsExactly("10675.VHXH HT.5G MISSED 60 2");
        assertThat(matrix("10675", "").get("items"))
                .extracting(row -> row.get("unitCode").asText())
                .containsExactly("10675.HCC", "10675.VHXH");
    }

    @Test
    void leavesOutPlansThatAreNotInForce() {
        TestDatabase.shared()
                .execute("update plan set status = 'SUPERSEDED' where id = '%s'".formatted(GradedPlan.PLAN));

        assertThat(cells(matrix("31", ""))).allMatch(cell -> cell.startsWith("11002 "));
    }

    @Test
    void refusesStrangersAndWrongQuestions() {
        assertThat(Figures.get(GradedPlan.stranger(), "scorecards/31/matrix").statusCode())
                .isEqualTo(404);
        assertThat(Figures.get(GradedPlan.stranger(), "scorecards/10675/matrix").statusCode())
                .isEqualTo(404);
        assertThat(Figures.get(GradedPlan.inspector(), "scorecards/99999/matrix")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Figures.get(Tokens.as("nobody").units("31").token(), "scorecards/31/matrix")
                        .statusCode())
                .isEqualTo(403);
        assertThat(RestAssured.get("/api/v1/scorecards/31/matrix").statusCode()).isEqualTo(401);
        for (String wrong : List.of("asOf=x", "limit=201", "limit=0", "cursor=x")) {
            assertThat(Figures.get(GradedPlan.inspector(), "scorecards/31/matrix?" + wrong)
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    private static JsonNode matrix(String unit, String query) {
        Response answer = Figures.get(GradedPlan.inspector(), "scorecards/" + unit + "/matrix" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Figures.json(answer);
    }

    private static List<String> cells(JsonNode matrix) {
        return matrix.get("items")
                .valueStream()
                .flatMap(row -> row.get("cells")
                        .valueStream()
                        .map(cell -> String.join(
                                " ",
                                row.get("unitCode").asText(),
                                cell.get("canonicalCode").asText(),
                                cell.get("status").asText(),
                                cell.get("value").asText(),
                                cell.get("indicators").asText())))
                .toList();
    }
}
