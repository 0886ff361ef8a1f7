package vn.monitoring.indicator.plan;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.Callers;
import vn.monitoring.kit.testing.PlatformTestResource;

/// Which entry of the catalogue an indicator is: suggested, confirmed, refused, and where the plan drifts from it.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class CanonicalLinkTest {

    private static final String ROWS = """
            1,Tỷ lệ hồ sơ TTHC xử lý trực tuyến toàn trình,%,70%,≥ 85%,
            2,Hồ sơ TTHC xử lý trực tuyến,%,70%,≥ 85%,
            3,Số con bò được gắn thẻ tai,Con,10,20,
            """;

    @BeforeEach
    void units() {
        Callers.emptyDatabase();
        SamplePlans.importUnits();
    }

    @Test
    void listsWhatWaitsForAPerson() {
        SamplePlans.importLines(ROWS, "");

        assertThat(numbers("NEAR")).containsExactly("1");
        assertThat(numbers("EXACT")).containsExactly("2");
        assertThat(numbers("NONE")).containsExactly("3");
        assertThat(numbers("CONFIRMED")).isEmpty();
        assertProblem(as("leader", "10675").get("/api/v1/indicators?canonicalMatch=MAYBE"), 400, "INVALID_REQUEST");
    }

    private static List<String> numbers(String match) {
        return as("standing-body", "10675")
                .get("/api/v1/indicators?canonicalMatch=" + match)
                .jsonPath()
                .getList("items.number");
    }

    @Test
    void ranksSuggestionsWithTheWordsAndTheDrift() {
        JsonPath imported = SamplePlans.importLines(
                        "1,Tỷ lệ người dân có chữ ký số,%,10%,20%,\n2,Số con bò được gắn thẻ tai,Con,1,2,\n", "")
                .jsonPath();
        String path = "/api/v1/indicators/" + imported.getString("rows[0].id") + "/suggestions";

        JsonPath ranked = as("reporter", "10675").get(path).jsonPath();

        assertThat(ranked.getString("canonicalCode")).isEqualTo("XH.CKS");
        assertThat(ranked.getString("suggestions[0].entry.code")).isEqualTo("XH.CKS");
        assertThat(ranked.getList("suggestions[0].words")).contains("chữ", "ký");
        assertThat(ranked.getList("suggestions[0].drift.code")).isEqualTo(List.of("DENOMINATOR_DRIFT"));
        assertThat(ranked.getFloat("suggestions[0].score"))
                .isGreaterThan(ranked.getFloat("suggestions[1].score"))
                .isLessThan(1);
        assertThat(as("reporter", "10675")
                        .get("/api/v1/indicators/" + imported.getString("rows[1].id") + "/suggestions")
                        .jsonPath()
                        .getList("suggestions"))
                .isEmpty();
        assertThat(as("reporter", "10675").get(path + "?limit=1").jsonPath().getList("suggestions"))
                .hasSize(1);
        assertProblem(as("reporter", "10675").get(path + "?limit=99"), 400, "INVALID_REQUEST");
        assertProblem(as("reporter", "11002").get(path), 404, "NOT_FOUND");
        assertProblem(
                as("reporter", "10675").get("/api/v1/indicators/" + UUID.randomUUID() + "/suggestions"),
                404,
                "NOT_FOUND");
        assertProblem(RestAssured.given().get(path), 401, "UNAUTHENTICATED");
        assertProblem(as("public", "10675").get(path), 403, "FORBIDDEN");
    }

    @Test
    void keepsThePersonsWordThatThereIsNoEntry() {
        String id = SamplePlans.importLines(ROWS, "").jsonPath().getString("rows[0].id");
        String path = "/api/v1/indicators/" + id + "/canonical";
        String tag =
                as("standing-body", "10675").get("/api/v1/indicators/" + id).header("ETag");

        assertProblem(as("standing-body", "10675").delete(path), 428, "PRECONDITION_REQUIRED");
        assertProblem(as("standing-body", "10675").header("If-Match", "\"99\"").delete(path), 412, "STALE");
        assertProblem(as("reporter", "10675").header("If-Match", tag).delete(path), 403, "FORBIDDEN");
        assertProblem(as("standing-body", "11002").header("If-Match", tag).delete(path), 404, "NOT_FOUND");
        assertProblem(RestAssured.given().header("If-Match", tag).delete(path), 401, "UNAUTHENTICATED");
        Response unlinked = as("standing-body", "10675").header("If-Match", tag).delete(path);

        assertThat(unlinked.statusCode()).as(unlinked.asString()).isEqualTo(200);
        assertThat(unlinked.jsonPath().getString("canonicalMatch")).isEqualTo("ABSENT");
        assertThat(unlinked.jsonPath().getString("canonicalCode")).isNull();
        assertThat(unlinked.header("ETag")).isNotEqualTo(tag);
        JsonPath again = SamplePlans.importLines(ROWS, "").jsonPath();
        assertThat(again.getString("rows[0].change")).isEqualTo("UNCHANGED");
        assertThat(again.getList("rows[1].findings.code")).doesNotContain("SAME_CATALOGUE_ENTRY");
        assertThat(numbers("ABSENT")).containsExactly("1");
    }

    @Test
    void saysWhenTwoIndicatorsOfAPlanAreOneEntry() {
        JsonPath imported = SamplePlans.importLines(ROWS, "").jsonPath();

        assertThat(imported.getList("rows[0].findings.code")).doesNotContain("SAME_CATALOGUE_ENTRY");
        assertThat(imported.getString("rows[1].findings.find { it.code == 'SAME_CATALOGUE_ENTRY' }.verbatim"))
                .isEqualTo("indicators!A2 / CQ.HOSO_TT");
        String third = imported.getString("rows[2].id");
        Response linked = as("standing-body", "10675")
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{\"canonicalCode\":\"CQ.HOSO_TT\"}")
                .put("/api/v1/indicators/" + third + "/canonical");
        assertThat(linked.jsonPath().getList("findings.code"))
                .containsExactlyInAnyOrder("UNIT_DRIFT", "SAME_CATALOGUE_ENTRY");
        assertThat(as("standing-body", "10675")
                        .header("If-Match", "*")
                        .delete("/api/v1/indicators/" + third + "/canonical")
                        .jsonPath()
                        .getList("findings.code"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tỷ lệ người dân có chữ ký số | % | ≥ 20% | DENOMINATOR_DRIFT",
                "Tỷ lệ người dân trưởng thành có chữ ký số | % | ≥ 20% | ''",
                "Tỷ lệ dân số từ 15 tuổi trở lên có tài khoản giao dịch | % | ≥ 20% | ''",
                "Tỷ lệ dân số có tài khoản giao dịch | % | ≥ 20% | DENOMINATOR_DRIFT",
                "Tỷ lệ doanh nghiệp ứng dụng công nghệ số | % | ≥ 20% | DENOMINATOR_DRIFT",
                "Tỷ lệ DN nhỏ và vừa ứng dụng công nghệ số | % | ≥ 20% | ''",
                "Tỷ lệ doanh nghiệp, hộ kinh doanh ứng dụng công nghệ số | % | ≥ 20% | ''",
                "Tỷ lệ người dân sử dụng dịch vụ công trực tuyến | % | ≥ 20% | DENOMINATOR_DRIFT",
                "Tỷ lệ hồ sơ TTHC xử lý trực tuyến | % | ≤ 20% | COMPARATOR_DRIFT",
                "Tỷ lệ hồ sơ TTHC xử lý trực tuyến | % | ≥ 20% | ''",
                "Hồ sơ TTHC xử lý trực tuyến | Hồ sơ | ≥ 20 | UNIT_DRIFT",
                "Doanh nghiệp khoa học và công nghệ | % | 20% | UNIT_DRIFT",
                "Doanh nghiệp khoa học và công nghệ | Doanh  nghiệp | 2 | ''",
            })
    void saysWhereThePlanCountsOtherwise(String name, String unit, String target, String finding) {
        JsonPath row = SamplePlans.importLines("1,\"%s\",%s,%s,,\n".formatted(name, unit, target), "?dryRun=true")
                .jsonPath();

        assertThat(row.<String>getList("rows[0].findings.code").stream().filter(code -> code.endsWith("_DRIFT")))
                .isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
    }

    @Test
    void findsTheDriftOfTheSamplePlans() {
        assertThat(drift("kinh-mon")).anyMatch(found -> found.startsWith("DENOMINATOR_DRIFT Chỉ tiêu!B"));
        assertThat(drift("phu-thai")).anyMatch(found -> found.startsWith("DENOMINATOR_DRIFT"));
        assertThat(drift("da-mai")).noneMatch(found -> found.startsWith("DENOMINATOR_DRIFT"));
    }

    private static List<String> drift(String plan) {
        return SamplePlans.importPlan(plan, "?dryRun=true")
                .jsonPath()
                .getList(
                        "rows.findings.flatten().findAll { it.code.endsWith('DRIFT') || it.code == 'SAME_CATALOGUE_ENTRY' }"
                                + ".collect { it.code + ' ' + it.place }");
    }
}
