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
import vn.monitoring.kit.calendar.Period.Frequency;
import vn.monitoring.report.content.ReportBody.Part;
import vn.monitoring.report.document.Block;
import vn.monitoring.report.document.Block.Bar;
import vn.monitoring.report.document.OfficialDocument.Annex;
import vn.monitoring.report.document.OfficialDocument.Layout;
import vn.monitoring.report.fact.EarlierFigure;
import vn.monitoring.report.fact.IndicatorFigure;
import vn.monitoring.report.fact.TaskFigure;
import vn.monitoring.report.period.Window;
import vn.monitoring.report.regime.Section;
import vn.monitoring.report.regime.Section.Content;

class ReportBodyTest {

    private static final Window WINDOW = new Window(LocalDate.parse("2026-06-15"), LocalDate.parse("2026-09-14"));

    private static final Material MATERIAL = material(
            Frequency.QUARTER,
            List.of(
                    indicator("1", "Hồ sơ trực tuyến", "I. Chính quyền số", "BEHIND", "72.5", earlier("70", "BEHIND")),
                    indicator("2", "Phủ sóng 5G", "II. Hạ tầng", "ACHIEVED", "93", earlier("93", "ON_TRACK")),
                    indicator("3", "Thuê bao", "II. Hạ tầng", "NO_DATA", null, null)),
            List.of(
                    task("1", "OVERDUE", "2026-08-31", "2026-08-31"),
                    task("2", "WITHIN_TIME", "2026-12-31", "2026-06-30")));

    @Test
    void setsFiguresBelowTheWordsOfTheirSection() {
        List<Block> blocks = ReportBody.blocks(
                List.of(
                        new Part("I. Kết quả", Content.INDICATORS, "Lời của đơn vị.\n\n- Một\n- Hai\nKết lại."),
                        new Part("II. Ý kiến khác", Content.FREE, "")),
                MATERIAL);

        assertThat(blocks)
                .startsWith(
                        new Block.Heading(1, "I. Kết quả"),
                        new Block.Paragraph("Lời của đơn vị."),
                        new Block.Items(List.of("Một", "Hai")),
                        new Block.Paragraph("Kết lại."))
                .endsWith(new Block.Heading(1, "II. Ý kiến khác"))
                .hasSize(7);
        assertThat(blocks.get(4))
                .isInstanceOfSatisfying(
                        Block.Table.class,
                        table -> assertThat(table.rows())
                                .containsExactly(
                                        List.of("I. Chính quyền số", "1", "0", "0", "0", "1", "0", "0"),
                                        List.of("II. Hạ tầng", "2", "1", "0", "0", "0", "0", "1"),
                                        List.of("Tổng cộng", "3", "1", "0", "0", "1", "0", "1")));
        assertThat(blocks.get(5))
                .isInstanceOfSatisfying(
                        Block.Chart.class,
                        chart -> assertThat(chart.bars())
                                .containsExactly(
                                        new Bar("Đạt", BigDecimal.ONE, BigDecimal.ZERO),
                                        new Bar("Đúng lộ trình", BigDecimal.ZERO, BigDecimal.ONE),
                                        new Bar("Chậm", BigDecimal.ONE, BigDecimal.ONE),
                                        new Bar("Chưa có số liệu", BigDecimal.ONE, BigDecimal.ZERO)));
    }

    @Test
    void setsTheTasksBelowTheirSection() {
        List<Block> blocks = ReportBody.blocks(List.of(new Part("II. Nhiệm vụ", Content.TASKS, "")), MATERIAL);

        assertThat(blocks).hasSize(3);
        assertThat(blocks.get(1))
                .isInstanceOfSatisfying(
                        Block.Table.class,
                        table -> assertThat(table.rows())
                                .containsExactly(List.of("Các nhiệm vụ khác", "2", "0", "0", "1", "0", "1", "0")));
    }

    @Test
    void listsEverythingInTheAnnexes() {
        List<Annex> annexes = ReportBody.annexes(MATERIAL);

        assertThat(annexes)
                .extracting(Annex::title)
                .containsExactly(
                        "Kết quả thực hiện các chỉ tiêu đến ngày 14/09/2026",
                        "Kết quả thực hiện các nhiệm vụ đến ngày 14/09/2026");
        assertThat(((Block.Table) annexes.get(0).blocks().getFirst()).rows())
                .containsExactly(
                        List.of("", "I. Chính quyền số", "", "", "", "", "", ""),
                        List.of(
                                "1",
                                "Hồ sơ trực tuyến",
                                "năm 2026 ≥ 80%",
                                "72,5%",
                                "70%",
                                "",
                                "Chậm",
                                "Còn thiếu 1.037 hồ sơ"),
                        List.of("", "II. Hạ tầng", "", "", "", "", "", ""),
                        List.of("2", "Phủ sóng 5G", "năm 2026 ≥ 80%", "93%", "93%", "", "Đạt", ""),
                        List.of("3", "Thuê bao", "năm 2026 ≥ 80%", "chưa có số liệu", "", "", "Chưa có số liệu", ""));
        assertThat(((Block.Table) annexes.get(1).blocks().getFirst()).rows())
                .containsExactly(
                        List.of("1", "Nhiệm vụ 1", "Phòng VH-XH", "31/08/2026", "Kế hoạch", "40%", "Quá hạn", ""),
                        List.of(
                                "2",
                                "Nhiệm vụ 2",
                                "Phòng VH-XH",
                                "31/12/2026",
                                "Kế hoạch",
                                "40%",
                                "Đang thực hiện, trong hạn",
                                "Hạn gốc 30/06/2026: quá hạn"));
    }

    @Test
    void comparesInWords() {
        assertThat(SectionText.write(Content.INDICATORS, MATERIAL))
                .contains(
                        "1. Hồ sơ trực tuyến: 72,5%; tăng 2,5 điểm so với quý trước; mục tiêu năm 2026 ≥ 80%; chậm; còn thiếu 1.037 hồ sơ.")
                .contains("không đổi so với quý trước");
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH,tăng 2 điểm so với tháng trước; giảm 3 điểm so với cùng kỳ năm trước",
        "QUARTER,tăng 2 điểm so với quý trước; giảm 3 điểm so với cùng kỳ năm trước",
        "HALF_YEAR,tăng 2 điểm so với kỳ 6 tháng trước; giảm 3 điểm so với cùng kỳ năm trước",
        "NINE_MONTHS,tăng 2 điểm so với cùng kỳ năm trước",
        "YEAR,tăng 2 điểm so với năm trước",
    })
    void namesWhatItComparesWith(Frequency frequency, String said) {
        IndicatorFigure figure =
                figure("1", "Tỷ lệ", "A", "ON_TRACK", "72", earlier("70", "ON_TRACK"), earlier("75", "ON_TRACK"));

        assertThat(IndicatorWords.compared(figure, frequency)).isEqualTo(said);
    }

    @Test
    void warnsOfWhatIsLateOrLacking() {
        assertThat(SectionText.write(Content.WARNINGS, MATERIAL)).isEqualTo("""
                Chỉ tiêu chậm hoặc không đạt:
                - 1. Hồ sơ trực tuyến: 72,5%, chậm, còn thiếu 1.037 hồ sơ.
                Chỉ tiêu chưa có số liệu:
                - 3. Thuê bao.
                Nhiệm vụ quá hạn:
                - 1. Nhiệm vụ 1 (hạn 31/08/2026); chủ trì: Phòng VH-XH.""");
    }

    @Test
    void neitherSideHasASectionTwice() {
        for (Layout layout : Layout.values()) {
            List<Section> outline = Section.standard(layout);
            assertThat(outline).extracting(Section::key).doesNotHaveDuplicates();
            assertThat(outline)
                    .extracting(Section::content)
                    .contains(
                            Content.INDICATORS,
                            Content.TASKS,
                            Content.WARNINGS,
                            Content.DIFFICULTIES,
                            Content.PROPOSALS,
                            Content.NEXT_PERIOD);
        }
        assertThat(Section.standard(Layout.PARTY)).isNotEqualTo(Section.standard(Layout.GOVERNMENT));
    }

    private static Material material(Frequency frequency, List<IndicatorFigure> indicators, List<TaskFigure> tasks) {
        return new Material(WINDOW, LocalDate.parse("2026-12-14"), frequency, indicators, tasks);
    }

    private static EarlierFigure earlier(String value, String status) {
        return new EarlierFigure(LocalDate.parse("2026-06-14"), status, new BigDecimal(value), "event");
    }

    private static IndicatorFigure indicator(
            String number,
            String name,
            String group,
            String status,
            @Nullable String value,
            @Nullable EarlierFigure previous) {
        return figure(number, name, group, status, value, previous, null);
    }

    private static IndicatorFigure figure(
            String number,
            String name,
            String group,
            String status,
            @Nullable String value,
            @Nullable EarlierFigure previous,
            @Nullable EarlierFigure lastYear) {
        boolean behind = status.equals("BEHIND");
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
                false,
                value == null ? null : new BigDecimal(value),
                null,
                null,
                "%",
                null,
                JsonNodeFactory.instance.objectNode().put("year", 2026).put("raw", "≥ 80%"),
                behind ? new BigDecimal("1037") : null,
                behind ? "THINGS" : null,
                null,
                1,
                null,
                previous,
                lastYear,
                "event",
                1);
    }

    private static TaskFigure task(String number, String timeliness, String due, String originalDue) {
        return new TaskFigure(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "10675",
                number,
                "Nhiệm vụ " + number,
                null,
                null,
                List.of("Phòng VH-XH"),
                "Kế hoạch",
                null,
                LocalDate.parse(due),
                LocalDate.parse(originalDue),
                "IN_PROGRESS",
                new BigDecimal("40"),
                timeliness,
                "OVERDUE",
                null,
                null,
                null,
                null,
                WINDOW.cutOff(),
                "event",
                1);
    }
}
