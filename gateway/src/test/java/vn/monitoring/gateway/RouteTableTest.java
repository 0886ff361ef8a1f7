package vn.monitoring.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

    private final RouteTable table = new RouteTable(Map.of(
            "indicator", List.of("/api/v1/units", "/api/v1/plans", "/api/v1/grades", "/api/v1/exports"),
            "task",
                    List.of(
                            "/api/v1/tasks",
                            "/api/v1/task-statistics",
                            "/api/v1/plans/{id}/task-imports",
                            "/api/v1/exports/tasks",
                            "/api/v1/units/{code}/tasks.ics",
                            "/api/v1/calendars"),
            "report", List.of("/api/v1/report-*", "/api/v1/reports", "/api/v1/events")));

    @ParameterizedTest
    @CsvSource({
        "/api/v1/units, indicator",
        "/api/v1/units:batch, indicator",
        "/api/v1/units/10675.VHXH, indicator",
        "/api/v1/units/10675/periods/2026-Q3/closure, indicator",
        "/api/v1/plans, indicator",
        "/api/v1/plans/imports, indicator",
        "/api/v1/plans/7b1c/indicators, indicator",
        "/api/v1/plans/7b1c/task-imports, task",
        "/api/v1/plans/7b1c/task-imports/3, task",
        "/api/v1/tasks, task",
        "/api/v1/tasks/1/submissions/2/acceptance, task",
        "/api/v1/task-statistics, task",
        "/api/v1/exports/units, indicator",
        "/api/v1/exports/tasks, task",
        "/api/v1/units/10675.VHXH/tasks.ics, task",
        "/api/v1/units/10675.VHXH/tasks, indicator",
        "/api/v1/calendars/x7Qz.ics, task",
        "/api/v1/report-regimes/1/periods, report",
        "/api/v1/report-obligations, report",
        "/api/v1/reports/1/sections/tasks, report",
        "/api/v1/events, report"
    })
    void sendsAPathToTheServiceThatOwnsIt(String path, String upstream) {
        assertThat(table.find(Route.split(path)).map(Route::owner)).hasValue(upstream);
    }

    @ParameterizedTest
    @CsvSource({
        "/",
        "/api",
        "/api/v1",
        "/api/v1/",
        "/api/v1/unitsx",
        "/api/v1/UNITS",
        "/api/v2/units",
        "/units",
        "/q/health",
        "/q/openapi",
        "/q/metrics",
        "/x/api/v1/units"
    })
    void servesNothingElse(String path) {
        assertThat(table.find(Route.split(path))).isEmpty();
    }

    @Test
    void refusesARouteClaimedTwice() {
        Map<String, List<String>> twice = Map.of("a", List.of("/api/v1/units"), "b", List.of("/api/v1/units"));
        assertThatThrownBy(() -> new RouteTable(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/api/v1/units");
    }

    @ParameterizedTest
    @CsvSource({"api/v1/units", "/api/v1/units/"})
    void refusesAMalformedRoute(String pattern) {
        Map<String, List<String>> malformed = Map.of("a", List.of(pattern));
        assertThatThrownBy(() -> new RouteTable(malformed)).isInstanceOf(IllegalArgumentException.class);
    }
}
