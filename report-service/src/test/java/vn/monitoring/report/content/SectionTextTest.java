package vn.monitoring.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.calendar.Period.Frequency;
import vn.monitoring.report.fact.IndicatorFigure;
import vn.monitoring.report.fact.TaskFigure;
import vn.monitoring.report.period.Window;
import vn.monitoring.report.regime.Section.Content;

class SectionTextTest {

    private static final Window WINDOW = new Window(LocalDate.parse("2026-06-15"), LocalDate.parse("2026-09-14"));

    @Test
    void tellsTheIndicatorsGroupByGroup() {
        Material material = material(
                List.of(
                        indicator("1", "Hồ sơ trực tuyến", "I. Chính quyền số", "ACHIEVED", "93.0", false),
                        indicator("2", "Phủ sóng 5G", "II. Hạ tầng", "BEHIND", "69.5", true),
                        indicator("3", "Thuê bao", "II. Hạ tầng", "NO_DATA", null, false)),
                List.of());

        assertThat(SectionText.write(Content.INDICATORS, material)).isEqualTo("""
                Tính đến hết ngày 14/09/2026, theo dõi 3 chỉ tiêu: 1 đạt, 1 chậm, 1 chưa có số liệu.

                I. Chính quyền số (1 chỉ tiêu: 1 đạt):
                - 1. Hồ sơ trực tuyến: 93%; mục tiêu năm 2026 ≥ 80%; lộ trình đến nay 73,5%; đạt.

                II. Hạ tầng (2 chỉ tiêu: 1 chậm, 1 chưa có số liệu):
                - 2. Phủ sóng 5G: 69,5%; mục tiêu năm 2026 ≥ 80%; lộ trình đến nay 73,5%; chậm (tạm tính).
                - 3. Thuê bao: chưa có số liệu; mục tiêu năm 2026 ≥ 80%; lộ trình đến nay 73,5%; chưa có số liệu.""");
    }

    @Test
    void tellsTheTasksByTimeliness() {
        Material material = material(
                List.of(),
                List.of(
                        task("1", "ON_TIME", "2026-08-31", "2026-08-30", null, null),
                        task("2", "OVERDUE", "2026-09-01", null, "Thiếu kinh phí.", "Trình UBND"),
                        task("3", "ON_TIME", "2026-03-31", "2026-03-20", "không có", null)));

        assertThat(SectionText.write(Content.TASKS, material)).isEqualTo("""
                Tính đến hết ngày 14/09/2026, theo dõi 3 nhiệm vụ: 2 hoàn thành đúng hạn, 1 quá hạn.

                Hoàn thành trong kỳ (1 nhiệm vụ):
                - 1. Nhiệm vụ 1 (hạn 31/08/2026); chủ trì: Phòng VH-XH; hoàn thành ngày 30/08/2026; Đã làm.

                Quá hạn chưa hoàn thành (1 nhiệm vụ):
                - 2. Nhiệm vụ 2 (hạn 01/09/2026); chủ trì: Phòng VH-XH; tiến độ 40%; Đã làm.""");
        assertThat(SectionText.write(Content.DIFFICULTIES, material)).isEqualTo("""
                Khó khăn, vướng mắc nêu trong cập nhật nhiệm vụ:
                - 2. Nhiệm vụ 2: Thiếu kinh phí.""");
        assertThat(SectionText.write(Content.NEXT_PERIOD, material)).isEqualTo("""
                Nhiệm vụ cần thực hiện đến ngày 14/12/2026:
                - 2. Nhiệm vụ 2 (hạn 01/09/2026): Trình UBND.""");
    }

    @ParameterizedTest
    @EnumSource(Content.class)
    void saysSoWhenNothingIsKnown(Content content) {
        String text = SectionText.write(content, material(List.of(), List.of()));

        assertThat(text.isEmpty()).isEqualTo(content == Content.FREE);
        assertThat(text).doesNotContain("null").doesNotEndWith(":");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09,tháng 9 năm 2026",
        "2026-Q3,quý III năm 2026",
        "2026-H1,6 tháng đầu năm 2026",
        "2026-H2,6 tháng cuối năm 2026",
        "2026-9M,9 tháng đầu năm 2026",
        "2026,năm 2026"
    })
    void namesPeriods(String key, String name) {
        assertThat(Vietnamese.period(Period.of(key))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "72.10,'72,1'",
        "100,100",
        "1E+2,100",
        "0.5,'0,5'",
        "-1.25,'-1,25'",
        "12345.5,'12.345,5'",
        "83025,83.025",
        "0,0"
    })
    void writesNumbersWithADecimalComma(BigDecimal value, String text) {
        assertThat(Vietnamese.number(value)).isEqualTo(text);
    }

    private static Material material(List<IndicatorFigure> indicators, List<TaskFigure> tasks) {
        return new Material(WINDOW, LocalDate.parse("2026-12-14"), Frequency.QUARTER, indicators, tasks);
    }

    private static IndicatorFigure indicator(
            String number, String name, String group, String status, @Nullable String value, boolean provisional) {
        return new IndicatorFigure(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "10675",
                number,
                name,
                group,
                WINDOW.cutOff(),
                "2026-Q3",
                status,
                false,
                false,
                provisional,
                value == null ? null : new BigDecimal(value),
                null,
                null,
                "%",
                new BigDecimal("73.50"),
                JsonNodeFactory.instance.objectNode().put("year", 2026).put("raw", "≥ 80%"),
                null,
                null,
                null,
                1,
                null,
                null,
                null,
                "event",
                1);
    }

    private static TaskFigure task(
            String number,
            String timeliness,
            String due,
            @Nullable String completedOn,
            @Nullable String difficulty,
            @Nullable String nextStep) {
        return new TaskFigure(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "10675",
                number,
                "Nhiệm vụ " + number,
                null,
                null,
                List.of("Phòng VH-XH"),
                null,
                null,
                LocalDate.parse(due),
                LocalDate.parse(due),
                completedOn == null ? "IN_PROGRESS" : "COMPLETED",
                new BigDecimal("40"),
                timeliness,
                timeliness,
                completedOn == null ? null : LocalDate.parse(completedOn),
                "Đã làm.",
                difficulty,
                nextStep,
                WINDOW.cutOff(),
                "event",
                1);
    }
}
