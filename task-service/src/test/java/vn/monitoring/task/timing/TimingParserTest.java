package vn.monitoring.task.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimingParserTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/golden/timing.csv", numLinesToSkip = 1, maxCharsPerColumn = 1000)
    void readsEveryFormOfTheFourPlans(
            @Nullable String raw,
            String kind,
            @Nullable LocalDate due,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable String report,
            @Nullable String phases,
            @Nullable String flags) {
        Timing timing = TimingParser.parse(raw);

        assertThat(golden(timing)).isEqualTo(kind);
        assertThat(timing.due()).isEqualTo(due);
        assertThat(timing.start()).isEqualTo(start);
        assertThat(timing.end()).isEqualTo(end);
        assertThat(timing.report() == null ? null : timing.report().name().toLowerCase())
                .isEqualTo(report);
        assertThat(goldenPhases(timing)).isEqualTo(phases);
        assertThat(goldenFlags(timing)).isEqualTo(flags);
        assertThat(timing.raw()).isEqualTo(raw == null ? "" : raw);
    }

    @ParameterizedTest
    @CsvSource({
        "trước 2030, BEFORE_YEAR, 2029-12-31",
        "Trước năm 2030, BEFORE_YEAR, 2029-12-31",
        "đến hết năm 2030, YEAR, 2030-12-31",
        "Đến năm 2030, YEAR, 2030-12-31",
        "trước ngày 30/01/2026, BEFORE_DATE, 2026-01-29",
        "Trước ngày 01/01/2026, BEFORE_DATE, 2025-12-31",
        "trước 30/6 năm 2026, BEFORE_DATE, 2026-06-29",
        "Chậm nhất ngày 30/01/2026, DATE, 2026-01-30",
        "Ngày 29 tháng 02 năm 2028, DATE, 2028-02-29",
        "trước tháng 3/2028, BEFORE_MONTH, 2028-02-29",
        "trước quý II/2026, BEFORE_QUARTER, 2026-03-31",
        "Tháng 2/2028, MONTH, 2028-02-29",
        "Tháng 2 năm 2027, MONTH, 2027-02-28",
        "T9/2025, MONTH, 2025-09-30",
        "09/2025, MONTH, 2025-09-30",
        "Quý 2 năm 2026, QUARTER, 2026-06-30",
        "QUÝ IV-2026, QUARTER, 2026-12-31",
        "'Quý I, II/2026', QUARTER, 2026-06-30",
        "6 tháng đầu năm 2026, HALF_YEAR, 2026-06-30",
        "06 tháng cuối năm 2026, HALF_YEAR, 2026-12-31",
        "9 tháng đầu năm 2026, PERIOD, 2026-09-30",
        "Từ tháng 3/2026 đến tháng 9/2026, PERIOD, 2026-09-30",
        "01/3/2026 – 15/4/2026, PERIOD, 2026-04-15",
        "Từ năm 2025 đến hết năm 2030, PERIOD, 2030-12-31",
        "giai đoạn 2026-2030, PERIOD, 2030-12-31",
        "'Quý I/2026, quý III/2026', QUARTER, 2026-09-30"
    })
    void readsTheDayThatBinds(String raw, TimingKind kind, LocalDate due) {
        Timing timing = TimingParser.parse(raw);

        assertThat(timing.kind()).isEqualTo(kind);
        assertThat(timing.due()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "Hàng năm, RECURRING_YEAR",
        "hằng quý, RECURRING_QUARTER",
        "Định kỳ hàng tháng, RECURRING_MONTH",
        "định kỳ hằng tháng báo cáo kết quả, RECURRING_MONTH",
        "6 tháng/lần, RECURRING_HALF_YEAR",
        "Mỗi năm (từ 2026), RECURRING_YEAR",
        "Liên tục, CONTINUOUS",
        "Khi có yêu cầu, ON_REQUEST",
        "Đột xuất, ON_REQUEST",
        "Theo lộ trình của tỉnh, EXTERNAL_SCHEDULE",
        "Sau khi có hướng dẫn của Trung ương, EXTERNAL_SCHEDULE",
        "Theo quy định, EXTERNAL_SCHEDULE"
    })
    void readsWhatHasNoSingleDay(String raw, TimingKind kind) {
        Timing timing = TimingParser.parse(raw);

        assertThat(timing.kind()).isEqualTo(kind);
        assertThat(timing.due()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "-", "…", "\u00a0", "Chưa xác định thời hạn", "không xác định"})
    void isMissingWhenThePlanSaysNothing(@Nullable String raw) {
        assertThat(TimingParser.parse(raw)).isInstanceOf(Timing.Missing.class);
        assertThat(TimingParser.parse(raw).known()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31/02/2026", "Tháng 13/2026", "Quý V/2026", "Tháng 0/2026", "29/02/2027", "Quý 5 năm 2026"})
    void refusesADayThatNoCalendarHas(String raw) {
        Timing timing = TimingParser.parse(raw);

        assertThat(timing.kind()).isEqualTo(TimingKind.UNREADABLE);
        assertThat(timing.flags()).containsExactly(TimingFlag.IMPOSSIBLE_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sớm", "Ngay sau khi ban hành", "Quý II", "tháng 9", "204", "năm"})
    void isUnreadableWithoutADayOrItsYear(String raw) {
        assertThat(TimingParser.parse(raw).kind()).isEqualTo(TimingKind.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"Quý II, 2026-06-30", "trong tháng 9, 2026-09-30", "Cuối năm, 2026-12-31", "trước tháng 9, 2026-08-31"})
    void takesTheYearFromAPlanOfOneYear(String raw, LocalDate due) {
        Timing timing = TimingParser.parse(raw, 2026);

        assertThat(timing.due()).isEqualTo(due);
        assertThat(timing.flags()).contains(TimingFlag.YEAR_FROM_PLAN);
    }

    @Test
    void keepsThePlansYearOutWhenTheTextNamesOne() {
        Timing timing = TimingParser.parse("Quý II/2027", 2026);

        assertThat(timing.due()).isEqualTo("2027-06-30");
        assertThat(timing.flags()).isEmpty();
    }

    @Test
    void takesNoYearFromTheNumberOfADocument() {
        Timing timing = TimingParser.parse("Theo Nghị quyết 66.7/2025/NQ-CP, hoàn thành trong năm 2026");

        assertThat(timing.kind()).isEqualTo(TimingKind.EXTERNAL_SCHEDULE);
        assertThat(timing.due()).isEqualTo("2026-12-31");
        assertThat(timing.schedule()).isEqualTo("nghị quyết 66.7/2025/nq-cp");
    }

    @Test
    void readsTheReportsBesideTheRecurrence() {
        Timing timing = TimingParser.parse("Hằng năm; báo cáo hàng quý");

        assertThat(timing.kind()).isEqualTo(TimingKind.RECURRING_YEAR);
        assertThat(timing.report()).isEqualTo(Recurrence.QUARTERLY);
    }

    @Test
    void boundsWhatIsContinuous() {
        Timing timing = TimingParser.parse("Thường xuyên (2025–2030)");

        assertThat(timing.start()).isEqualTo("2025-01-01");
        assertThat(timing.end()).isEqualTo("2030-12-31");
    }

    @Test
    void namesPhasesByTheTextBeforeThemToo() {
        Timing timing = TimingParser.parse("thí điểm 2025-2030, nhân rộng 2030-2045");

        assertThat(timing.phases())
                .containsExactly(new Phase(2025, 2030, "thí điểm"), new Phase(2030, 2045, "nhân rộng"));
    }

    @Test
    void readsDecomposedLettersAsComposedOnes() {
        assertThat(TimingParser.parse("Quy\u0301 II/2026").due()).isEqualTo("2026-06-30");
    }

    @Test
    void readsAnyTextWithoutFailing() {
        String[] pieces = {
            "quý",
            "tháng",
            "năm",
            "trước",
            "đến",
            "từ",
            "-",
            "–",
            "/",
            "(",
            ")",
            ";",
            ",",
            ".",
            "2026",
            "2030",
            "99",
            "0",
            "31",
            "6 tháng",
            "hằng",
            "hàng",
            "thường xuyên",
            "theo",
            "quyết định",
            "số",
            "ii",
            "v",
            "\n",
            "\u0000",
            "🙂",
            "%",
            "cơ bản",
            "hoàn thành",
            "và các năm tiếp theo",
            "báo cáo",
            "2045–2025",
            "00/00/2026",
            "1900",
            "2199"
        };
        Random random = new Random(57);
        for (int round = 0; round < 20_000; round++) {
            String text = random.ints(1 + random.nextInt(8), 0, pieces.length)
                    .mapToObj(piece -> pieces[piece] + (random.nextBoolean() ? " " : ""))
                    .collect(Collectors.joining());

            Timing timing = TimingParser.parse(text, random.nextBoolean() ? 2026 : null);

            assertThat(timing.raw()).isEqualTo(text.strip());
            if (timing.start() != null && timing.due() != null) {
                assertThat(timing.start()).as(text).isBeforeOrEqualTo(timing.due());
            }
        }
    }

    private static String golden(Timing timing) {
        return timing.kind().name().toLowerCase();
    }

    private static @Nullable String goldenPhases(Timing timing) {
        if (timing.phases().isEmpty()) {
            return null;
        }
        return timing.phases().stream()
                .map(phase -> "[%d, %d, \"%s\"]".formatted(phase.fromYear(), phase.toYear(), phase.label()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static @Nullable String goldenFlags(Timing timing) {
        Set<TimingFlag> flags = timing.flags();
        if (flags.isEmpty()) {
            return null;
        }
        return Arrays.stream(TimingFlag.values())
                .filter(flags::contains)
                .map(flag -> flag == TimingFlag.SCHEDULE_IN ? flag.name() + ":" + timing.schedule() : flag.name())
                .collect(Collectors.joining(";"));
    }
}
