package vn.monitoring.indicator.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.indicator.Callers.as;
import static vn.monitoring.indicator.Problems.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.indicator.Figures;
import vn.monitoring.indicator.GradedPlan;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class PredecessorResourceTest {

    private static final String PATH = "/api/v1/units/11002/predecessors";

    private String share = "";
    private String count = "";

    @BeforeEach
    void units() {
        GradedPlan.set();
        TestDatabase.shared().execute("""
                insert into unit (code, parent_code, path, type, name) values
                    ('10678', '31', '31.10678', 'COMMUNE_XA', 'Xã An Lưu')""");
        share = canonical("RATIO_OF_SUMS");
        count = canonical("SUM");
    }

    @Test
    void givesTheLastVerifiedFiguresOfEachAndTogether() {
        UUID indicator = indicator(share);
        Figures.verified(indicator, "2025-Q3", "2025-09-30", "\"numerator\": 1, \"denominator\": 10");
        Figures.verified(indicator, "2025-Q4", "2025-12-31", "\"numerator\": 9, \"denominator\": 10");
        Figures.submitted(indicator, "2026-Q1", "2026-03-31", "\"numerator\": 10, \"denominator\": 10");
        Figures.verified(indicator(count), "2025-Q4", "2025-12-31", "\"value\": 7");
        Figures.verified(GradedPlan.indicator("Không liên kết", "%"), "2025-Q4", "2025-12-31", "\"value\": 12");

        merge();
        JsonPath json = as("leader", "11002").get(PATH).jsonPath();

        assertThat(json.getList("predecessors.code")).isEqualTo(List.of("10675", "10678"));
        assertThat(json.getMap("predecessors[0]"))
                .containsEntry("name", "Phường Kinh Môn")
                .containsEntry("validTo", "2026-03-31")
                .containsEntry("effectiveOn", "2026-04-01")
                .containsEntry("decisionDocument", "Nghị quyết 20/NQ-UBTVQH");
        assertThat(json.getList("predecessors[0].figures.canonicalCode")).containsExactlyInAnyOrder(share, count);
        String own = "predecessors[0].figures.find { it.canonicalCode == '%s' }".formatted(share);
        assertThat(json.getString(own + ".period")).isEqualTo("2025-Q4");
        assertThat(json.getInt(own + ".numerator")).isEqualTo(9);
        assertThat(json.getString(own + ".baselineSource"))
                .isEqualTo("Số liệu đã xác nhận của Phường Kinh Môn (10675), kỳ 2025-Q4, đến ngày 31/12/2025; "
                        + "sáp nhập theo Nghị quyết 20/NQ-UBTVQH từ ngày 01/04/2026");
        assertThat(json.getList("predecessors[1].figures")).isEmpty();
        String together = "combined.find { it.canonicalCode == '%s' }".formatted(share);
        assertThat(json.getFloat(together + ".value")).isEqualTo(90f);
        assertThat(json.getList(together + ".missingCodes")).isEqualTo(List.of("10678"));
    }

    @Test
    void keepsTheVerifiedFigureWhileARevisionWaits() {
        UUID indicator = indicator(share);
        String id = Figures.verified(indicator, "2025-Q4", "2025-12-31", "\"numerator\": 9, \"denominator\": 10");
        Response revised = RestAssured.given()
                .auth()
                .oauth2(GradedPlan.reporter())
                .contentType("application/json")
                .header("If-Match", "*")
                .body("""
                        {"asOf": "2025-12-31", "numerator": 1, "denominator": 10}""")
                .put("/api/v1/measurements/" + id);
        assertThat(revised.statusCode()).as(revised.asString()).isEqualTo(200);

        merge();

        assertThat(as("leader", "11002").get(PATH).jsonPath().getInt("predecessors[0].figures[0].numerator"))
                .isEqualTo(9);
    }

    @Test
    void isReadableThroughTheSuccessorOnly() {
        merge();

        assertProblem(RestAssured.given().get(PATH), 401, "UNAUTHENTICATED");
        assertProblem(as("public", "11002").get(PATH), 403, "FORBIDDEN");
        assertProblem(as("leader", "10675").get(PATH), 404, "NOT_FOUND");
        assertThat(as("leader", "31")
                        .get("/api/v1/units/10675/predecessors")
                        .jsonPath()
                        .getList("predecessors"))
                .isEmpty();
    }

    private static void merge() {
        Response answer = as("province-admin", "31")
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("""
                        {"into": "11002", "others": [{"code": "10678", "version": 1}], "effectiveOn": "2026-04-01",
                         "decisionDocument": "Nghị quyết 20/NQ-UBTVQH"}""")
                .post("/api/v1/units/10675/merger");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static UUID indicator(String canonical) {
        return GradedPlan.indicator(GradedPlan.PLAN, "10675", "10675.VHXH", "Chỉ tiêu " + canonical, "%", canonical);
    }

    private static String canonical(String rollUp) {
        String code = TestDatabase.shared()
                .ask("select min(code) from canonical_indicator where roll_up = '%s'".formatted(rollUp));
        assertThat(code).isNotNull();
        return String.valueOf(code);
    }
}
