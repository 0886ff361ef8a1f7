package vn.monitoring.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.indicator.Callers.as;
import static vn.monitoring.indicator.Problems.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.Golden;
import vn.monitoring.kit.testing.PlatformTestResource;

/// The catalogue as it is served, against the agreed list: every row, every column.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class CatalogueTest {

    private static final Map<String, String> DIRECTIONS =
            Map.of("cao", "HIGHER", "duy trì ≥", "MAINTAIN", "khoảng/xấp xỉ", "NEAR", "thời gian thấp", "HIGHER");
    private static final Map<String, String> FREQUENCIES =
            Map.of("tháng", "MONTH", "quý", "QUARTER", "6 tháng", "HALF_YEAR", "năm", "YEAR", "năm học", "SCHOOL_YEAR");

    /// What the list's word for the measure means: a flow of a year is cumulated in it, one of a period is not.
    private static final Map<String, String> MEASURES = Map.of(
            "stock", "STOCK false",
            "stock lũy kế", "STOCK true",
            "flow kỳ", "FLOW false",
            "flow năm", "FLOW true",
            "count lũy kế", "COUNT true");

    @Test
    void holdsEveryAgreedIndicator() {
        List<Golden.Row> agreed = Golden.rows("indicator-catalogue.csv");
        JsonPath served =
                as("reporter", "10675").get("/api/v1/catalogue?limit=200").jsonPath();

        assertThat(agreed).hasSize(63);
        assertThat(served.<String>getList("items.code"))
                .containsExactlyInAnyOrderElementsOf(
                        agreed.stream().map(row -> row.get("code")).toList());
        assertThat(agreed).allSatisfy(row -> {
            Map<String, @Nullable Object> entry =
                    served.getMap("items.find { it.code == '%s' }".formatted(row.get("code")));
            assertThat(entry)
                    .containsEntry("name", row.get("name"))
                    .containsEntry("unit", row.get("unit"))
                    .containsEntry("direction", DIRECTIONS.get(row.get("direction")))
                    .containsEntry("numerator", row.get("numerator"))
                    .containsEntry("denominator", row.get("denominator").equals("—") ? null : row.get("denominator"))
                    .containsEntry("dataHolder", row.get("data_holder"))
                    .containsEntry("frequency", FREQUENCIES.get(row.get("frequency")));
            assertThat(entry.get("measure") + " " + entry.get("cumulative"))
                    .isEqualTo(MEASURES.get(row.get("measure")));
            assertThat(rollUp(entry)).isEqualTo(row.get("rollup"));
        });
    }

    /// In the list's own words, with what it notes behind a semicolon, in brackets or without either.
    private static String rollUp(Map<String, @Nullable Object> entry) {
        String sums = "RATIO_OF_SUMS".equals(entry.get("rollUp")) ? "Σtử/Σmẫu" : "Σ";
        Object note = entry.get("rollUpNote");
        if (note == null) {
            return sums;
        }
        return switch (note.toString()) {
            case "theo đơn vị; cấp tỉnh dùng danh mục chung" -> sums + " " + note;
            case "chỉ cấp tỉnh có số gốc" -> sums + " (" + note + ")";
            default -> sums + "; " + note;
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "group=HT | 9",
                "group=cq.dvc | 1",
                "measure=COUNT | 4",
                "measure=FLOW&frequency=YEAR | 1",
                "q=chu ky so | 3",
                "q=TRỰC TUYẾN&group=CQ&frequency=QUARTER | 3",
                "q=không có ở đâu cả | 0",
            })
    void findsEntries(String query, int found) {
        assertThat(as("inspector", "31")
                        .get("/api/v1/catalogue?limit=200&" + query)
                        .jsonPath()
                        .getList("items.code"))
                .hasSize(found);
    }

    @Test
    void pagesByCode() {
        List<String> codes = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = as("leader", "31")
                    .get("/api/v1/catalogue?limit=20&cursor=" + cursor)
                    .jsonPath();
            codes.addAll(page.getList("items.code"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(codes).hasSize(63).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void showsOneEntry() {
        JsonPath entry =
                as("integration", "31").get("/api/v1/catalogue/CQ.HOSO_TT").jsonPath();

        assertThat(entry.getString("group")).isEqualTo("CQ");
        assertThat(entry.getString("numerator")).isEqualTo("hồ sơ trực tuyến");
        assertThat(entry.getString("denominator")).isEqualTo("tổng hồ sơ tiếp nhận");
        assertProblem(as("leader", "31").get("/api/v1/catalogue/CQ.NONE"), 404, "NOT_FOUND");
    }

    @Test
    void refusesWhoMayNotAskAndWhatItDoesNotKnow() {
        for (String path : List.of("/api/v1/catalogue", "/api/v1/catalogue/CQ.HOSO_TT")) {
            assertProblem(RestAssured.given().get(path), 401, "UNAUTHENTICATED");
            assertProblem(as("public", "31").get(path), 403, "FORBIDDEN");
        }
        assertProblem(as("leader", "31").get("/api/v1/catalogue?limit=0"), 400, "INVALID_REQUEST");
        assertProblem(as("leader", "31").get("/api/v1/catalogue?cursor=!"), 400, "INVALID_REQUEST");
    }
}
