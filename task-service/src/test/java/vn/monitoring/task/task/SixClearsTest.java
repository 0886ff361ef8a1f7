package vn.monitoring.task.task;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.task.task.SixClears.Part.AUTHORITY;
import static vn.monitoring.task.task.SixClears.Part.RESPONSIBILITY;
import static vn.monitoring.task.task.SixClears.Part.RESULT;
import static vn.monitoring.task.task.SixClears.Part.WHAT;
import static vn.monitoring.task.task.SixClears.Part.WHEN;
import static vn.monitoring.task.task.SixClears.Part.WHO;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.monitoring.task.timing.TimingParser;

class SixClearsTest {
    private static final Set<SixClears.Part> ALL = EnumSet.allOf(SixClears.Part.class);

    @Test
    void isCompleteWhenEveryPartIsGiven() {
        SixClears clears = SixClears.of(
                new SixClears.Given(
                        "Phó Chủ tịch UBND phường",
                        "Xây dựng Kế hoạch",
                        null,
                        List.of("Phòng Văn hóa - Xã hội"),
                        null,
                        TimingParser.parse("Tháng 01/2026"),
                        "Kế hoạch",
                        List.of()),
                ALL);

        assertThat(clears).isEqualTo(new SixClears(100, List.of()));
    }

    @Test
    void namesWhatATaskOfTheDaMaiAppendixLacks() {
        SixClears clears = SixClears.of(
                new SixClears.Given(
                        null,
                        "Triển khai bộ quy tắc ứng xử trên môi trường số",
                        null,
                        List.of("UBND phường"),
                        null,
                        TimingParser.parse("Năm 2026."),
                        null,
                        List.of()),
                ALL);

        assertThat(clears).isEqualTo(new SixClears(50, List.of(WHO, AUTHORITY, RESULT)));
    }

    @Test
    void namesEverythingAnEmptyTaskLacks() {
        SixClears clears = SixClears.of(
                new SixClears.Given(" ", "", null, List.of(), "-", TimingParser.parse(""), null, List.of()), ALL);

        assertThat(clears).isEqualTo(new SixClears(0, List.of(WHO, WHAT, RESPONSIBILITY, AUTHORITY, WHEN, RESULT)));
    }

    @Test
    void takesALegalBasisAsAuthority() {
        SixClears clears = SixClears.of(
                new SixClears.Given(
                        null,
                        "Đôn đốc Nghị quyết 66.7/2025/NQ-CP cắt giảm TTHC",
                        null,
                        List.of("UBND phường"),
                        null,
                        TimingParser.parse("Năm 2026"),
                        "Báo cáo",
                        List.of()),
                ALL);

        assertThat(clears).isEqualTo(new SixClears(83, List.of(WHO)));
    }

    @Test
    void countsOnlyTheRequiredParts() {
        SixClears clears = SixClears.of(
                new SixClears.Given(
                        null,
                        "Họp",
                        null,
                        List.of("Ban Chỉ đạo phường"),
                        null,
                        TimingParser.parse(null),
                        null,
                        List.of()),
                EnumSet.of(WHAT, RESPONSIBILITY, WHEN));

        assertThat(clears).isEqualTo(new SixClears(66, List.of(WHEN)));
    }
}
