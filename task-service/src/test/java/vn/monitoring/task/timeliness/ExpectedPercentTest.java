package vn.monitoring.task.timeliness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.task.timing.TimingParser;

class ExpectedPercentTest {

    @ParameterizedTest(name = "{0} given {1} on {2} → {3}")
    @CsvSource({
        "Tháng 4/2026, 2026-04-01, 2026-03-31, 0",
        "Tháng 4/2026, 2026-04-01, 2026-04-01, 3",
        "Tháng 4/2026, 2026-04-01, 2026-04-15, 50",
        "Tháng 4/2026, 2026-04-01, 2026-04-30, 100",
        "Tháng 4/2026, 2026-04-01, 2026-09-01, 100",
        "Tháng 2/2028, 2028-02-01, 2028-02-28, 96",
        "Tháng 2/2028, 2028-02-01, 2028-02-29, 100",
        "Tháng 2/2027, 2026-12-01, 2026-12-31, 34",
        "Tháng 4/2026, , 2026-04-15, 50",
        "2026–2027 hoàn thành, 2025-12-01, 2026-12-31, 50",
        "15/3/2026, , 2026-03-01, ",
        "Tháng 4/2026, 2026-06-01, 2026-06-15, 100",
        "Thường xuyên, 2026-04-01, 2026-04-15, ",
        "Hằng năm, 2026-04-01, 2026-04-15, ",
        ", 2026-04-01, 2026-04-15, "
    })
    void isTheShareOfTheDaysThatHasElapsed(
            @Nullable String timing, @Nullable LocalDate assignedOn, LocalDate day, @Nullable Integer expected) {
        assertThat(ExpectedPercent.of(TimelinessRule.STANDARD, TimingParser.parse(timing), assignedOn, day)
                        .orElse(null))
                .isEqualTo(expected);
    }
}
