package vn.monitoring.indicator.due;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.Figures;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class DueFigureResourceTest {

    @Inject
    TestClock clock;

    private UUID monthly;
    private UUID unlinked;

    @BeforeEach
    void stage() {
        clock.setToday(LocalDate.of(2026, 10, 5));
        GradedPlan.set();
        monthly = GradedPlan.indicator(GradedPlan.PLAN, "10675", "10675.HCC", "Hồ sơ trực tuyến", "%", "CQ.HOSO_TT");
        unlinked = GradedPlan.indicator("Chưa gắn danh mục", "%");
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2026-10-05; 2026-09 2026-Q3 2026-H1 2025",
                "2026-12-31; 2026-11 2026-Q3 2026-H1 2025",
                "2027-01-01; 2026-12 2026-Q4 2026-H2 2026",
                "2026-07-01; 2026-06 2026-Q2 2026-H1 2025",
            })
    void dueIsTheLastPeriodOfEachLengthThatHasEnded(LocalDate day, String expected) {
        assertThat(DuePeriods.on(day, Optional.empty()))
                .extracting(Object::toString)
                .containsExactly(expected.split(" ", -1));
    }

    @Test
    void tellsWhatIsMissingAndHowFarTheRestIs() {
        assertThat(states("unit=10675")).isEqualTo("2026-09 MISSING, 2026-Q3 MISSING");

        Figures.submitted(unlinked, "2026-Q3", "2026-09-30", "\"value\": 5");

        assertThat(states("unit=10675")).isEqualTo("2026-09 MISSING, 2026-Q3 SUBMITTED");
        assertThat(states("unit=10675&state=MISSING")).isEqualTo("2026-09 MISSING");
        assertThat(states("unit=10675.VHXH&period=2026-Q3")).isEqualTo("2026-Q3 SUBMITTED");
        JsonNode counts = Figures.json(Figures.get(GradedPlan.inspector(), "due-measurements/counts?unit=31"))
                .get("items");
        assertThat(counts)
                .extracting(count -> count.get("responsibleUnitCode").asText() + " "
                        + count.get("due").asInt() + " "
                        + count.get("missing").asInt() + " "
                        + count.get("submitted").asInt())
                .containsExactly("10675.HCC 1 1 0", "10675.VHXH 1 0 1");
    }

    @Test
    void aShorterPeriodThatEndsWithItCounts() {
        Figures.verified(unlinked, "2026-09", "2026-09-30", "\"value\": 5");

        assertThat(states("unit=10675&period=2026-Q3")).isEqualTo("2026-Q3 VERIFIED");
    }

    @Test
    void pagesThroughAllOfThem() {
        JsonNode first = Figures.json(Figures.get(GradedPlan.inspector(), "due-measurements?unit=31&limit=1"));
        JsonNode second = Figures.json(Figures.get(
                GradedPlan.inspector(),
                "due-measurements?unit=31&limit=1&cursor=" + first.get("next").asText()));

        assertThat(first.get("items").get(0).get("indicatorId").asText()).isEqualTo(monthly.toString());
        assertThat(second.get("items").get(0).get("indicatorId").asText()).isEqualTo(unlinked.toString());
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void answersWhatItRefuses() {
        assertThat(RestAssured.get("/api/v1/due-measurements?unit=31").statusCode())
                .isEqualTo(401);
        assertThat(Figures.get(GradedPlan.stranger(), "due-measurements?unit=10675")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Figures.get(GradedPlan.inspector(), "due-measurements").statusCode())
                .isEqualTo(400);
        Response unknown = Figures.get(GradedPlan.inspector(), "due-measurements?unit=31&period=2026-13");
        assertThat(unknown.statusCode()).isEqualTo(409);
        assertThat(Figures.json(unknown).get("code").asText()).isEqualTo("PERIOD_UNKNOWN");
    }

    private static String states(String query) {
        Response answer = Figures.get(GradedPlan.inspector(), "due-measurements?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        StringBuilder states = new StringBuilder();
        for (JsonNode due : Figures.json(answer).get("items")) {
            states.append(states.isEmpty() ? "" : ", ")
                    .append(due.get("period").asText())
                    .append(' ')
                    .append(due.get("state").asText());
        }
        return states.toString();
    }
}
