package vn.monitoring.indicator.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.indicator.Callers.as;
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

    /// Of provinces, and counted for them.
    private static final String[] OF_PROVINCES = {"province_sum", "province_expected"};

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
        ScopedTables.checkApart("10675", "07228", OF_PROVINCES);
        ScopedTables.checkApart("31", "24");
        assertThat(ScopedTables.rowsSeenBy("province_sum", "10675"))
                .as("a commune's province")
                .hasSize(1);
        assertThat(ScopedTables.rowsSeenBy("province_expected", "10675")).isEmpty();
    }

    @Test
    void anAgencySeesWhatItAnswersForAndWhatHoldsForIt() {
        for (String table :
                List.of("indicator", "measurement", "plan", "target", "grade", "unit_figure", "period_closure")) {
            assertThat(ScopedTables.rowsSeenBy(table, "10675.VHXH")).as(table).hasSize(1);
        }
        for (String table : List.of("central_update", "unit_change", "province_expected")) {
            assertThat(ScopedTables.rowsSeenBy(table, "10675.VHXH")).as(table).isEmpty();
        }
    }

    static Stream<String> reads() {
        return Stream.of(
                "/plans",
                "/plans/{id1}",
                "/plans/{id1}/indicators",
                "/plans/{id1}/versions",
                "/plans/{id1}/activation-report",
                "/indicators",
                "/indicators/{id2}",
                "/indicators/{id2}/baseline",
                "/indicators/{id2}/grades",
                "/indicators/{id2}/path",
                "/indicators/{id2}/suggestions",
                "/indicators/{id2}/targets",
                "/conflicts",
                "/conflicts/{id4}",
                "/grades?asOf=2026-10-01",
                "/grades/{id5}",
                "/measurements",
                "/measurements/{id6}",
                "/measurements/{id6}/history",
                "/measurements/{id6}/evidence",
                "/measurements/{id6}/evidence/{id7}",
                "/central-updates",
                "/central-updates/sheet?unit={province}&period=2026-09",
                "/due-measurements?unit={province}&period=2026-09",
                "/due-measurements/counts?unit={province}&period=2026-09",
                "/exports/indicators",
                "/exports/measurements",
                "/exports/grades",
                "/rollups?period=2026-09&by=commune&unit={province}",
                "/rollups?period=2026-09",
                "/scorecards/{unit}",
                "/scorecards/{province}/children",
                "/units/{unit}/history",
                "/units/{unit}/periods",
                "/units/{unit}/predecessors");
    }

    @ParameterizedTest
    @MethodSource("reads")
    void showsNothingOfTheOther(String read) {
        KINH_MON.assertSeesNothingOf(DA_MAI, "standing-body", "/api/v1" + read);
        DA_MAI.assertSeesNothingOf(KINH_MON, "standing-body", "/api/v1" + read);
        assertThat(rows.list("select 1 from plan", row -> row.getInt(1)))
                .as("a background job")
                .hasSize(2);
    }

    @Test
    void showsItsOwnToEach() {
        for (ShieldedUnit side : List.of(KINH_MON, DA_MAI)) {
            for (String read : List.of("/plans", "/indicators", "/measurements", "/conflicts", "/central-updates")) {
                Response answer = side.ask("standing-body", "/api/v1" + read);
                assertThat(answer.jsonPath().getList("items")).as(read).hasSize(1);
                assertThat(answer.asString()).contains(side.mark());
            }
        }
    }

    @Test
    void leavesNoSightBehindATransaction() {
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> rows.list("select 1 from indicator", row -> row.getInt(1))))
                .hasSize(2);
        assertThat(KINH_MON.ask("standing-body", "/api/v1/indicators")
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
        as("standing-body", "31")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/plans/" + KINH_MON.id(1) + "/activation")
                .then()
                .statusCode(409);
        assertThat(DA_MAI.ask("standing-body", "/api/v1/indicators").jsonPath().getList("items"))
                .hasSize(1);
    }
}
