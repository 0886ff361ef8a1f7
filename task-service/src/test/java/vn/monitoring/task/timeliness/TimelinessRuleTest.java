package vn.monitoring.task.timeliness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.task.timing.TimingParser;

class TimelinessRuleTest {

    @ParameterizedTest(name = "{0} completed {1} → {2}")
    @CsvSource({
        "Tháng 4/2026, 2026-03-31, DONE_EARLY",
        "Tháng 4/2026, 2026-04-01, ON_TIME",
        "Tháng 4/2026, 2026-04-30, ON_TIME",
        "Tháng 4/2026, 2026-05-01, LATE",
        "Tháng 2/2028, 2028-02-29, ON_TIME",
        "Tháng 2/2028, 2028-03-01, LATE",
        "Tháng 2/2027, 2027-02-28, ON_TIME",
        "Tháng 2/2027, 2027-03-01, LATE",
        "Quý II/2026, 2026-03-31, DONE_EARLY",
        "Quý II/2026, 2026-06-30, ON_TIME",
        "Quý II/2026, 2026-07-01, LATE",
        "Năm 2026, 2025-12-31, DONE_EARLY",
        "Năm 2026, 2026-01-01, ON_TIME",
        "Năm 2026, 2026-12-31, ON_TIME",
        "Năm 2026, 2027-01-01, LATE",
        "trước 2030, 2028-12-31, DONE_EARLY",
        "trước 2030, 2029-12-31, ON_TIME",
        "trước 2030, 2030-01-01, LATE",
        "15/3/2026, 2026-03-14, DONE_EARLY",
        "15/3/2026, 2026-03-15, ON_TIME",
        "15/3/2026, 2026-03-16, LATE",
        "2025–2030 hoàn thành cơ bản, 2024-12-31, DONE_EARLY",
        "2025–2030 hoàn thành cơ bản, 2027-05-05, ON_TIME",
        "2025–2030 hoàn thành cơ bản, 2031-01-01, LATE",
        "'2025–2035 thí điểm, 2035–2045 nhân rộng', 2034-12-31, DONE_EARLY",
        "'2025–2035 thí điểm, 2035–2045 nhân rộng', 2045-12-31, ON_TIME",
        "'2025–2035 thí điểm, 2035–2045 nhân rộng', 2046-01-01, LATE",
        "Phân kỳ năm 2026 theo Quyết định số 204-QĐ/TW., 2026-12-31, ON_TIME",
        "Phân kỳ năm 2026 theo Quyết định số 204-QĐ/TW., 2027-01-01, LATE",
        "Theo yêu cầu, 2026-05-05, ON_TIME",
        "Hằng năm, 2028-06-30, ON_TIME",
        "Hằng năm (2025–2045), 2024-12-01, DONE_EARLY",
        ", 2026-05-05, NO_DEADLINE"
    })
    void judgesWhatIsDoneByItsCompletionDay(@Nullable String timing, LocalDate completedOn, Timeliness expected) {
        LocalDate longAfter = completedOn.withDayOfYear(1).plusYears(1).minusDays(1);
        Progress done = new Progress(true, completedOn.minusYears(1), completedOn, null, completedOn);

        assertThat(TimelinessRule.STANDARD.judge(TimingParser.parse(timing), done, longAfter))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} begun {1} on {2} → {3}")
    @CsvSource({
        // one month: 10 % of 30 days is 3, never fewer than 7
        "Tháng 4/2026, false, 2026-03-01, NOT_STARTED",
        "Tháng 4/2026, false, 2026-04-22, NOT_STARTED",
        "Tháng 4/2026, true, 2026-04-22, WITHIN_TIME",
        "Tháng 4/2026, true, 2026-04-23, DUE_SOON",
        "Tháng 4/2026, false, 2026-04-23, DUE_SOON",
        "Tháng 4/2026, true, 2026-04-30, DUE_SOON",
        "Tháng 4/2026, true, 2026-05-01, OVERDUE",
        // a quarter: 10 % of 91 days is 9
        "Quý II/2026, true, 2026-06-20, WITHIN_TIME",
        "Quý II/2026, true, 2026-06-21, DUE_SOON",
        // a year assigned on 1 January: 10 % would be 36, never more than 15
        "Năm 2026, true, 2026-12-15, WITHIN_TIME",
        "Năm 2026, true, 2026-12-16, DUE_SOON",
        "Năm 2026, true, 2026-12-31, DUE_SOON",
        "Năm 2026, true, 2027-01-01, OVERDUE",
        // leap day
        "Tháng 2/2028, true, 2028-02-21, WITHIN_TIME",
        "Tháng 2/2028, true, 2028-02-22, DUE_SOON",
        "Tháng 2/2028, true, 2028-02-29, DUE_SOON",
        "Tháng 2/2028, true, 2028-03-01, OVERDUE",
        "trước 2030, true, 2029-12-31, DUE_SOON",
        "trước 2030, true, 2030-01-01, OVERDUE",
        "2025–2030 cơ bản hoàn thành, true, 2026-06-01, WITHIN_TIME",
        "2025–2030 cơ bản hoàn thành, true, 2031-01-01, OVERDUE",
        "'2025–2030 (5G), 2035–2045 (6G)', false, 2032-01-01, NOT_STARTED",
        "Phân kỳ năm 2026 theo Quyết định số 204-QĐ/TW., true, 2027-01-01, OVERDUE",
        "Theo lộ trình của tỉnh, true, 2027-01-01, NO_DEADLINE",
        "Theo yêu cầu, false, 2026-01-01, NOT_STARTED",
        "Theo yêu cầu, true, 2026-01-01, WITHIN_TIME",
        "Sớm, true, 2026-01-01, NO_DEADLINE",
        ", true, 2026-01-01, NO_DEADLINE"
    })
    void judgesWhatIsOpenByTheDay(@Nullable String timing, boolean begun, LocalDate today, Timeliness expected) {
        Progress open = new Progress(begun, LocalDate.of(2026, 1, 1), null, null, null);

        assertThat(TimelinessRule.STANDARD.judge(TimingParser.parse(timing), open, today))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "submitted {0}, seen {1} → {2}")
    @CsvSource({
        "2026-04-30, 2026-06-15, WITHIN_TIME",
        "2026-04-01, 2026-04-29, WITHIN_TIME",
        "2026-05-01, 2026-05-02, OVERDUE"
    })
    void doesNotCountTheReviewersDelay(LocalDate submittedOn, LocalDate today, Timeliness expected) {
        Progress submitted = new Progress(true, LocalDate.of(2026, 1, 1), submittedOn, submittedOn, null);

        assertThat(TimelinessRule.STANDARD.judge(TimingParser.parse("Tháng 4/2026"), submitted, today))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} done {1}, updated {2} on {3} → {4}")
    @CsvSource({
        "Hằng năm, 2026-06-30, 2026-06-30, 2026-12-31, ON_TIME",
        "Hằng năm, 2026-06-30, 2026-06-30, 2027-01-01, NOT_STARTED",
        "Hằng năm, 2026-06-30, 2027-02-10, 2027-03-01, WITHIN_TIME",
        "Hằng năm, , 2026-06-30, 2026-12-16, DUE_SOON",
        "Hằng năm, , 2026-12-20, 2027-01-01, NOT_STARTED",
        "hằng quý, 2026-03-31, 2026-03-31, 2026-04-01, NOT_STARTED",
        "hằng quý, 2026-03-31, 2026-03-31, 2026-03-31, ON_TIME",
        "Hằng năm (2025–2027), 2026-06-30, 2026-06-30, 2028-01-01, OVERDUE",
        "Hằng năm (2025–2027), 2027-06-30, 2027-06-30, 2030-01-01, ON_TIME",
        "Năm 2026 và các năm tiếp theo., , , 2025-11-01, NOT_STARTED"
    })
    void judgesTheLatestOccurrence(
            String timing,
            @Nullable LocalDate completedOn,
            @Nullable LocalDate updatedOn,
            LocalDate today,
            Timeliness expected) {
        Progress progress = new Progress(updatedOn != null, LocalDate.of(2025, 1, 1), updatedOn, null, completedOn);

        assertThat(TimelinessRule.STANDARD.judge(TimingParser.parse(timing), progress, today))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} assigned {1}, updated {2} on {3} → {4}")
    @CsvSource({
        "Thường xuyên, , , 2026-04-15, NOT_STARTED",
        "Thường xuyên, 2026-03-20, , 2026-04-30, KEPT_UP",
        "Thường xuyên, 2026-03-20, , 2026-05-01, UPDATE_LATE",
        "Thường xuyên, 2026-01-05, 2026-03-31, 2026-04-30, KEPT_UP",
        "Thường xuyên, 2026-01-05, 2026-03-31, 2026-05-01, UPDATE_LATE",
        "Thường xuyên, 2025-11-05, 2025-12-01, 2026-01-31, KEPT_UP",
        "Thường xuyên, 2025-11-05, 2025-11-30, 2026-01-01, UPDATE_LATE",
        "'Thường xuyên; báo cáo hằng quý', 2025-01-05, 2026-01-02, 2026-06-30, KEPT_UP",
        "'Thường xuyên; báo cáo hằng quý', 2025-01-05, 2026-03-31, 2026-07-01, UPDATE_LATE",
        "Thường xuyên (2025–2026), 2025-01-05, 2026-12-10, 2027-06-01, KEPT_UP"
    })
    void judgesWhatIsContinuousByItsUpdates(
            String timing,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate updatedOn,
            LocalDate today,
            Timeliness expected) {
        Progress progress = new Progress(updatedOn != null, assignedOn, updatedOn, null, null);

        assertThat(TimelinessRule.STANDARD.judge(TimingParser.parse(timing), progress, today))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"2026-04-30T16:59:59.999Z, DUE_SOON", "2026-04-30T17:00:00Z, OVERDUE", "2026-04-29T17:00:00Z, DUE_SOON"
    })
    void turnsTheDayAtMidnightInVietnam(Instant now, Timeliness expected) {
        Progress open = new Progress(true, null, null, null, null);

        assertThat(TimelinessRule.STANDARD.judge(TimingParser.parse("Tháng 4/2026"), open, now))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31T16:59:59Z, DUE_SOON", "2026-12-31T17:00:00Z, OVERDUE"})
    void turnsTheYearAtMidnightInVietnam(Instant now, Timeliness expected) {
        Progress open = new Progress(true, null, null, null, null);

        assertThat(TimelinessRule.STANDARD.judge(TimingParser.parse("Năm 2026"), open, now))
                .isEqualTo(expected);
    }
}
