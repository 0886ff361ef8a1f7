package vn.monitoring.task.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.kit.testing.ShieldedUnit.DA_MAI;
import static vn.monitoring.kit.testing.ShieldedUnit.KINH_MON;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.monitoring.kit.sql.Rows;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.ScopedTables;
import vn.monitoring.kit.testing.ShieldedUnit;
import vn.monitoring.kit.testing.WithoutFilters;

/// What this service shows to a commune of another's rows when its queries ask for all: nothing.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@TestProfile(WithoutFilters.class)
class RowSecurityTest {

    @Inject
    Rows rows;

    @BeforeEach
    void rowsOfTwoCommunes() {
        TwoCommunes.set();
    }

    @Test
    void everyTableIsShieldedOrExempt() {
        ScopedTables.check();
    }

    @Test
    void everyTableShowsEachOnlyItsOwn() {
        ScopedTables.checkApart("10675", "07228");
        ScopedTables.checkApart("31", "24");
    }

    @Test
    void anAgencySeesItsTasksAndWhatHoldsForIt() {
        for (String table : List.of("task", "task_version", "occurrence", "warning", "plan", "update_window")) {
            assertThat(ScopedTables.rowsSeenBy(table, "10675.VHXH")).as(table).hasSize(1);
        }
        for (String table : List.of("inspection", "inspection_finding", "calendar_link")) {
            assertThat(ScopedTables.rowsSeenBy(table, "10675.VHXH")).as(table).isEmpty();
        }
    }

    static Stream<String> reads() {
        return Stream.of(
                "/tasks",
                "/tasks?unit={unit}",
                "/tasks?planId={id1}",
                "/tasks/{id2}",
                "/tasks/{id2}/budget",
                "/tasks/{id2}/decisions",
                "/tasks/{id2}/deliverables",
                "/tasks/{id2}/deliverables/{id6}/content",
                "/tasks/{id2}/disbursements",
                "/tasks/{id2}/extensions",
                "/tasks/{id2}/history",
                "/tasks/{id2}/occurrences",
                "/tasks/{id2}/reminders",
                "/tasks/{id2}/submissions",
                "/tasks/{id2}/updates",
                "/exports/tasks",
                "/inspections",
                "/inspections/{id8}",
                "/money",
                "/money?unit={unit}",
                "/money/reconciliation",
                "/reminders",
                "/reminders/counts",
                "/reminders/{id5}",
                "/task-statistics",
                "/task-statistics?unit={unit}&groupBy=position",
                "/units/{unit}/tasks.ics",
                "/update-rates?month=2026-04",
                "/update-windows?unit={unit}",
                "/warnings",
                "/warnings?taskId={id2}",
                "/warnings/counts",
                "/warnings/{id7}",
                "/work-lists",
                "/work-lists/agency",
                "/work-lists/warned?unit={unit}",
                "/calendar-links");
    }

    @ParameterizedTest
    @MethodSource("reads")
    void showsNothingOfTheOther(String read) {
        KINH_MON.assertSeesNothingOf(DA_MAI, "standing-body", "/api/v1" + read);
        DA_MAI.assertSeesNothingOf(KINH_MON, "standing-body", "/api/v1" + read);
        assertThat(rows.list("select 1 from task", row -> row.getInt(1)))
                .as("a background job")
                .hasSize(2);
    }

    @Test
    void countsOnlyItsOwn() {
        for (ShieldedUnit side : List.of(KINH_MON, DA_MAI)) {
            assertThat(side.ask("standing-body", "/api/v1/tasks").jsonPath().getList("items"))
                    .hasSize(1);
            assertThat(count(side, "/task-statistics", "total")).isEqualTo(1);
            assertThat(count(side, "/money", "allocated")).isEqualTo(1_000_000);
            assertThat(count(side, "/warnings/counts", "total")).isEqualTo(1);
            assertThat(count(side, "/reminders/counts", "unacknowledged")).isEqualTo(1);
            assertThat(count(side, "/work-lists", "items.find { it.list == 'agency' }.count"))
                    .isEqualTo(1);
            assertThat(count(side, "/update-rates?month=2026-04", "total.expected"))
                    .isEqualTo(1);
        }
    }

    private static long count(ShieldedUnit side, String path, String figure) {
        Response answer = side.ask("standing-body", "/api/v1" + path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath().getLong(figure);
    }

    @Test
    void leavesNoSightBehindATransaction() {
        assertThat(QuarkusTransaction.requiringNew().call(() -> rows.list("select 1 from task", row -> row.getInt(1))))
                .hasSize(2);
        assertThat(KINH_MON.ask("standing-body", "/api/v1/tasks").jsonPath().getList("items"))
                .hasSize(1);
        assertThat(DA_MAI.ask("standing-body", "/api/v1/tasks/" + DA_MAI.id(2)).statusCode())
                .isEqualTo(200);
        assertThat(DA_MAI.ask("standing-body", "/api/v1/tasks/" + KINH_MON.id(2))
                        .statusCode())
                .isEqualTo(404);
    }
}
