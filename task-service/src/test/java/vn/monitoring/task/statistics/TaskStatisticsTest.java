package vn.monitoring.task.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.task.Sample.as;
import static vn.monitoring.task.Sample.bring;
import static vn.monitoring.task.Sample.importTable;
import static vn.monitoring.task.Sample.problem;
import static vn.monitoring.task.Sample.reporter;
import static vn.monitoring.task.Sample.standing;
import static vn.monitoring.task.Sample.stranger;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestClock;
import vn.monitoring.kit.testing.Tokens;
import vn.monitoring.task.Sample;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class TaskStatisticsTest {

    private static final String STATISTICS = "/api/v1/task-statistics";

    private final TestClock clock;

    TaskStatisticsTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void prepare() {
        Sample.prepare();
        clock.setToday(LocalDate.of(2026, 6, 10));
    }

    @AfterEach
    void releaseClock() {
        clock.reset();
    }

    @Test
    void countsAsOfToday() {
        bring(importTable().getString("rows.find { it.number == '1' }.id"), "COMPLETED");
        clock.setToday(LocalDate.of(2026, 10, 1));

        JsonPath counts =
                as(standing()).get(STATISTICS + "?planId=" + Sample.PLAN).jsonPath();

        assertThat(counts.getString("asOf")).isEqualTo("2026-10-01");
        assertThat(counts.getInt("total")).isEqualTo(4);
        assertThat(counts.getInt("parents")).isEqualTo(1);
        assertThat(counts.getInt("needsDecision")).isZero();
        assertThat(filled(counts.getMap("byStatus"))).isEqualTo(Map.of("COMPLETED", 1, "DRAFT", 3));
        assertThat(filled(counts.getMap("byTimeliness")))
                .isEqualTo(Map.of("ON_TIME", 1, "OVERDUE", 1, "NOT_STARTED", 2));
        assertThat(counts.getMap("byTimeliness")).hasSize(11);
    }

    @Test
    void countsWhatTheCallerMaySee() {
        importTable();

        assertThat(as(reporter()).get(STATISTICS).jsonPath().getInt("total")).isEqualTo(1);
        assertThat(as(standing()).get(STATISTICS + "?unit=10675.CA").jsonPath().getInt("total"))
                .isEqualTo(1);
        assertThat(as(stranger()).get(STATISTICS).jsonPath().getInt("total")).isZero();
        problem(as(stranger()).get(STATISTICS + "?unit=10675"), 404, "NOT_FOUND");
        problem(RestAssured.given().get(STATISTICS), 401, "UNAUTHENTICATED");
        problem(as(Tokens.as("nobody").units("31")).get(STATISTICS), 403, "FORBIDDEN");
    }

    private static Map<String, Integer> filled(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
