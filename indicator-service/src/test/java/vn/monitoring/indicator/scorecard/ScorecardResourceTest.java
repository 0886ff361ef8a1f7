package vn.monitoring.indicator.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
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
