package vn.monitoring.report.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import vn.monitoring.report.edition.Difference;
import vn.monitoring.report.edition.Difference.Kind;

class DifferencesTest {

    private static final String FIRST = """
            {"title": "Báo cáo", "cutOff": "2026-09-14",
             "sections": [{"key": "difficulties", "title": "III. Khó khăn", "text": "Thiếu người."},
                          {"key": "proposals", "title": "IV. Kiến nghị", "text": "Không có."}],
             "figures": {
                "indicators": [{"indicatorId": "i1", "number": "13", "name": "Hồ sơ trực tuyến", "value": 72.1, "numerator": 721,
                                "denominator": 1000, "measureUnit": "%", "status": "SLIGHTLY_BEHIND"},
                               {"indicatorId": "i2", "number": null, "name": "Nhân lực", "value": null, "measureUnit": "người",
                                "status": "NO_DATA"}],
                "tasks": [{"taskId": "t1", "number": "4", "title": "Xây dựng kế hoạch", "timeliness": "OVERDUE", "percent": 40}]}}
            """;

    @Test
    void namesWhatChangedWithTheWordsOfAReport() {
        assertThat(Differences.between(
                        json(FIRST),
                        json(FIRST.replace("Thiếu người.", "Thiếu người và kinh phí.")
                                .replace("72.1", "73.5")
                                .replace("721", "735")
                                .replace("\"value\": null", "\"value\": 12")
                                .replace("OVERDUE", "ON_TIME"))))
                .containsExactlyInAnyOrder(
                        new Difference(
                                Kind.SECTION,
                                "difficulties",
                                "III. Khó khăn",
                                "Thiếu người.",
                                "Thiếu người và kinh phí."),
                        new Difference(
                                Kind.INDICATOR,
                                "i1",
                                "13. Hồ sơ trực tuyến",
                                "72,1% (721/1.000), chậm nhẹ",
                                "73,5% (735/1.000), chậm nhẹ"),
                        new Difference(
                                Kind.INDICATOR, "i2", "Nhân lực", "chưa có số liệu", "12 người, chưa có số liệu"),
                        new Difference(
                                Kind.TASK, "t1", "4. Xây dựng kế hoạch", "quá hạn, 40%", "hoàn thành đúng hạn, 40%"));
    }

    @Test
    void tellsWhatIsNewAndWhatIsGone() {
        String second = FIRST.replace("\"key\": \"proposals\"", "\"key\": \"requests\"");

        assertThat(Differences.between(json(FIRST), json(second)))
                .extracting(Difference::key, Difference::before, Difference::after)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("requests", null, "Không có."),
                        org.assertj.core.groups.Tuple.tuple("proposals", "Không có.", null));
    }

    @Test
    void findsNoneBetweenEqualOnes() {
        assertThat(Differences.between(json(FIRST), json(FIRST))).isEmpty();
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
