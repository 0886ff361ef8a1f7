package vn.monitoring.indicator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.indicator.Callers;
import vn.monitoring.indicator.Golden;
import vn.monitoring.kit.testing.PlatformTestResource;

/// Every anomaly that the readers of the four plans have listed (golden/anomalies), with who tells of it
/// (golden/anomalies.csv): this import, this import once it is told what the prose says, the import of tasks, or only a
/// person, with the reason.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class AnomaliesTest {

    /// What the prose of two plans says of indicators of their tables: name or number, year, words.
    private static final Map<String, List<List<String>>> PROSE = Map.of(
            "kinh-mon",
            List.of(
                    List.of("10", "2025", "≥ 70%"),
                    List.of("6", "2025", "≥ 80%"),
                    List.of("24", "2030", "≥ 85%"),
                    List.of("22", "2030", "Tuyên truyền người dân sử dụng chữ ký số"),
                    List.of("12", "2035", "Tăng tỷ lệ doanh nghiệp sử dụng kết quả nghiên cứu"),
                    List.of("11", "2025", "Đẩy mạnh việc triển khai ký số")),
            "phu-thai",
            List.of(
                    List.of("Tỷ lệ cơ sở giáo dục phổ thông đạt chuyển đổi số mức 2 trở lên", "2030", "100%"),
                    List.of("Tỷ lệ địa bàn phủ sóng 6G", "2035", "Thử nghiệm"),
                    List.of("Tỷ lệ khu vực trung tâm xã có phủ sóng 5G", "2045", "100%")));

    @BeforeEach
    void units() {
        Callers.emptyDatabase();
        SamplePlans.importUnits();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinh-mon", "da-mai", "thach-khoi", "phu-thai"})
    void eachIsToldOrNamedWithTheReasonWhyNot(String plan) {
        List<Golden.Row> answered = Golden.rows("anomalies.csv").stream()
                .filter(row -> row.get("plan").equals(plan))
                .toList();
        Set<String> table = codes(imported(plan, withoutProse(plan)));
        Set<String> withProse = codes(imported(plan, withProse(plan)));

        assertThat(answered.stream().map(row -> row.get("type") + " " + row.get("location")))
                .containsExactlyElementsOf(Golden.rows("anomalies/" + plan + ".csv").stream()
                        .map(row -> row.get("type") + " " + row.get("location"))
                        .toList());
        assertThat(answered).allSatisfy(row -> {
            switch (row.get("told_by")) {
                case "import" -> assertThat(table).contains(row.get("code"));
                case "statements" -> {
                    assertThat(withProse).contains(row.get("code"));
                    assertThat(table).doesNotContain(row.get("code"));
                }
                case "task-import" -> assertThat(toldInTasks(plan)).contains(row.get("code"));
                default -> {
                    assertThat(row.get("told_by")).isEqualTo("person");
                    assertThat(row.get("reason")).isNotBlank();
                }
            }
        });
    }

    /// What the import of tasks is held to find, by its own test.
    private static Set<String> toldInTasks(String plan) {
        Set<String> codes = new TreeSet<>();
        SamplePlans.expectedFindings(plan).stream()
                .filter(row -> row.get("place").startsWith("Nhiệm vụ!"))
                .forEach(row -> codes.addAll(List.of(row.get("code").split("\\|", -1))));
        return codes;
    }

    private static ObjectNode withoutProse(String plan) {
        ObjectNode header = SamplePlans.header(plan);
        header.remove("statements");
        return header;
    }

    private static ObjectNode withProse(String plan) {
        ObjectNode header = SamplePlans.header(plan);
        ArrayNode statements = header.putArray("statements");
        for (List<String> said : PROSE.getOrDefault(plan, List.of())) {
            boolean numbered = said.getFirst().length() < 4;
            statements
                    .addObject()
                    .put(numbered ? "indicatorNumber" : "name", said.getFirst())
                    .put("dueYear", Integer.valueOf(said.get(1)))
                    .put("raw", said.get(2))
                    .put("place", "phần lời");
        }
        return header;
    }

    private static JsonPath imported(String plan, ObjectNode header) {
        Response answer = SamplePlans.send(
                "standing-body",
                header.path("unitCode").asText(),
                plan + ".xlsx",
                SamplePlans.workbook(plan),
                header.toString(),
                "?dryRun=true");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static Set<String> codes(JsonPath result) {
        Set<String> codes = new TreeSet<>(result.<String>getList("sheet.code"));
        result.<List<String>>getList("rows.findings.code").forEach(codes::addAll);
        return codes;
    }
}
