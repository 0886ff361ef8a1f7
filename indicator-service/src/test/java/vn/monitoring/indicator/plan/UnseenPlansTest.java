package vn.monitoring.indicator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.indicator.Callers.as;
import static vn.monitoring.indicator.Problems.assertProblem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.indicator.Callers;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestDatabase;

/// Plans of a commune that does not exist, laid out as no sample plan is: other sheets, columns, headings, words and
/// oddities. They have to come in without a change of code.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class UnseenPlansTest {

    @BeforeEach
    void commune() {
        Callers.emptyDatabase();
        TestDatabase.shared().execute("""
                insert into unit (code, parent_code, path, type, name, agency_type, aliases) values
                    ('31', null, '31', 'PROVINCE', 'Hải Phòng', null, '{}'),
                    ('10999', '31', '31.10999', 'COMMUNE_XA', 'Xã An Bình', null, '{}'),
                    ('10999.VHXH', '10999', '31.10999.10999_VHXH', 'AGENCY', 'Phòng Văn hóa - Xã hội', 'VHXH', '{Phòng VH-XH}'),
                    ('10999.KT', '10999', '31.10999.10999_KT', 'AGENCY', 'Phòng Kinh tế', 'KT', '{}'),
                    ('10999.HCC', '10999', '31.10999.10999_HCC', 'AGENCY', 'Trung tâm Phục vụ hành chính công', 'HCC', '{}')
                """);
    }

    @Test
    void readsATwoLineHeaderWithMergedCellsInTheOnlySheet() {
        JsonPath result = imported("phu-luc.xlsx", UnseenWorkbooks.mergedHeader(), header());

        assertThat(result.getList("rows.number")).isEqualTo(List.of("1", "2", "3", "4", "5"));
        assertThat(result.getList("rows.name"))
                .isEqualTo(List.of(
                        "Tỷ lệ thôn được phủ sóng 5G",
                        "Tỷ lệ hộ gia đình có đường truyền Internet băng rộng",
                        "Tỷ lệ hồ sơ TTHC xử lý trực tuyến đối với thủ tục đủ điều kiện",
                        "Số mô hình chuyển đổi số cấp thôn",
                        "Mức độ hài lòng của người dân"));
        assertThat(result.getList("rows.outcome")).doesNotContain("REJECTED", "NEEDS_DECISION");
        assertThat(result.getList("sheet.code")).contains("TOTAL_ROW", "NOTE", "UNKNOWN_COLUMN");
        assertThat(targets(result, 0)).containsExactly("2026 = 70 %", "2028 = 85.5 %", "2030 = 100 %");
        assertThat(targets(result, 1)).containsExactly("2026 = 80 %", "2028 = 87.5 %", "2030 >= 95 %");
        assertThat(targets(result, 2)).containsExactly("2026 >= 75 %", "2028 NONE", "2030 >= 90 %");
        assertThat(targets(result, 3)).containsExactly("2026 = 2 Mô hình", "2028 = 5 Mô hình", "2030 = 1250 Mô hình");
        assertThat(targets(result, 4))
                .containsExactly("2026 MAINTAIN >= 90 %", "2028 MAINTAIN >= 90 %", "2030 MAINTAIN > 95 %");
        assertThat(responsible(result)).containsExactly("10999.KT", "10999.KT", "10999.HCC", "10999.VHXH", "10999");
    }

    @Test
    void readsLettersYearsBackwardsAndARepeatedHeader() {
        JsonPath result = imported("ke-hoach.xlsx", UnseenWorkbooks.lettersAndYearsBackwards(), header());

        assertThat(result.getList("rows.number")).isEqualTo(List.of("a", "b", "c", "d", "đ", "e", "g", "h"));
        assertThat(result.getList("rows.outcome"))
                .isEqualTo(List.of(
                        "ACCEPTED",
                        "FLAGGED",
                        "FLAGGED",
                        "FLAGGED",
                        "NEEDS_DECISION",
                        "ACCEPTED",
                        "NEEDS_DECISION",
                        "REJECTED"));
        assertThat(result.getList("sheet.code")).contains("REPEATED_HEADER", "UNKNOWN_COLUMN", "NOTE");
        assertThat(targets(result, 0)).containsExactly("2026 = 60 %", "2030 = 100 %");
        assertThat(targets(result, 1)).containsExactly("2026 NONE", "2028 >= 60 %", "2030 = 80 %");
        assertThat(targets(result, 2)).containsExactly("2026 ZERO_NOT_SET = 0 Trạm", "2030 >= 2 Trạm");
        assertThat(targets(result, 3)).containsExactly("2026 ~ 30 %", "2030 RANGE in 45-50 %");
        assertThat(targets(result, 5)).containsExactly("2026 QUALITATIVE", "2030 QUALITATIVE");
        assertThat(codes(result, 1)).contains("COMPOUND_CELL");
        assertThat(codes(result, 2)).contains("ZERO_TARGET");
        assertThat(codes(result, 3)).contains("APPROX", "DASH_VARIANT");
        assertThat(codes(result, 4)).contains("STRAY_CHAR", "UNIT_FROM_COLUMN");
        assertThat(codes(result, 6)).contains("CELL_ERROR", "UNREADABLE");
        assertThat(codes(result, 7)).contains("DUPLICATE_ROW");
        assertThat(group(result, 3)).isEqualTo("B. PHÁT TRIỂN KINH TẾ SỐ");
        assertThat(responsible(result))
                .containsExactly("10999.KT", "10999", "10999", "10999.KT", "10999.KT", "10999.VHXH", "10999.VHXH");
    }

    @Test
    void readsAnAnnualPlanSavedWithSemicolons() {
        JsonPath result = imported(
                "chi tieu 2027.csv",
                UnseenWorkbooks.semicolons().getBytes(StandardCharsets.UTF_8),
                header().put("planYear", 2027).put("horizonStart", "2027").put("horizonEnd", "2027"));

        assertThat(result.getList("rows.number")).isEqualTo(List.of("1.1", "1.2", "2.1", "2.2", "2.4"));
        assertThat(result.getString("rows[1].name")).isEqualTo("Tỷ lệ cán bộ được bồi dưỡng kỹ năng số");
        assertThat(targets(result, 0)).containsExactly("2027 >= 1.5 %");
        assertThat(targets(result, 1)).containsExactly("2027 >= 90 %");
        assertThat(targets(result, 2)).containsExactly("2027 REDUCTION >= 30 %");
        assertThat(targets(result, 3)).containsExactly("2027 = 0 Vụ");
        assertThat(targets(result, 4)).containsExactly("2027 = 1250.5 Tỷ đồng");
        assertThat(codes(result, 1)).contains("MULTI_LEAD");
        assertThat(codes(result, 2)).contains("NEED_BASELINE");
        assertThat(group(result, 4)).isEqualTo("II. XÃ HỘI SỐ");
        assertThat(responsible(result))
                .containsExactly("10999.KT", "10999.VHXH", "10999.HCC", "10999.VHXH", "10999.KT");
    }

    @Test
    void readsTabsAndTakesTheYearFromThePlan() {
        JsonPath result = imported(
                "bang.csv", UnseenWorkbooks.tabs().getBytes(StandardCharsets.UTF_8), header().put("planYear", 2026));

        assertThat(result.getList("sheet.code")).isEqualTo(List.of("NO_YEAR_COLUMN"));
        assertThat(targets(result, 0)).containsExactly("2026 >= 40 %");
        assertThat(targets(result, 1)).containsExactly("2026 RELATIVE >");
        assertThat(targets(result, 2)).containsExactly("2026 > 5 Sản phẩm");
        assertThat(codes(result, 2)).contains("STRICT_GT");
    }

    @Test
    void changesNothingWhenImportedAgain() {
        for (int time = 0; time < 2; time++) {
            List<String> changes = new ArrayList<>();
            changes.addAll(imported("a.xlsx", UnseenWorkbooks.mergedHeader(), header().put("number", "1/KH-UBND"))
                    .getList("rows.change"));
            changes.addAll(
                    imported("b.xlsx", UnseenWorkbooks.lettersAndYearsBackwards(), header().put("number", "2/KH-UBND"))
                            .getList("rows.change"));
            changes.remove(null);
            assertThat(changes).containsOnly(time == 0 ? "CREATED" : "UNCHANGED");
        }
        assertThat(TestDatabase.shared().ask("select count(*) from indicator")).isEqualTo("12");
    }

    /// The old encodings of Vietnamese cannot be told apart for certain; a wrong guess would store wrong words.
    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] content = UnseenWorkbooks.tabs()
                .replaceAll("[^\\x00-\\x7Fđêôơưăâ]", "a")
                .getBytes(Charset.forName("windows-1258"));

        Response answer = SamplePlans.send("standing-body", "10999", "cu.csv", content, header().toString(), "");

        assertProblem(answer, 415, "NOT_A_WORKBOOK");
        assertThat(answer.jsonPath().getString("detail")).contains("UTF-8");
        assertThat(TestDatabase.shared().ask("select count(*) from plan")).isEqualTo("0");
    }

    private static ObjectNode header() {
        return SamplePlans.smallHeader().put("unitCode", "10999");
    }

    private static JsonPath imported(String fileName, byte[] file, ObjectNode header) {
        Response answer = SamplePlans.send("standing-body", "10999", fileName, file, header.toString(), "");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath();
    }

    private static List<String> codes(JsonPath result, int row) {
        return result.getList("rows[" + row + "].findings.code");
    }

    private static String group(JsonPath result, int row) {
        return indicator(result, row).getString("group");
    }

    private static List<String> responsible(JsonPath result) {
        return as("leader", "10999")
                .get("/api/v1/plans/" + result.getString("planId") + "/indicators")
                .jsonPath()
                .getList("items.responsibleUnitCode");
    }

    /// `2026 = 70 %`; the kind is said unless it is a plain number.
    private static List<String> targets(JsonPath result, int row) {
        return indicator(result, row)
                .getList("targets.collect { [it.year, it.kind == 'NUMBER' ? null : it.kind, "
                        + "[EQ: '=', GE: '>=', GT: '>', APPROX: '~', IN: 'in'][it.comparator], "
                        + "it.low == null ? null : it.low.toString().replaceAll(/\\.0$/, '') + (it.high == null ? '' : '-' + it.high), "
                        + "it.unit].findAll { it != null }.join(' ') }");
    }

    private static JsonPath indicator(JsonPath result, int row) {
        return as("leader", "10999")
                .get("/api/v1/indicators/" + result.getString("rows[" + row + "].id"))
                .jsonPath();
    }
}
