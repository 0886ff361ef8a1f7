package vn.monitoring.task.timeliness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.calendar.WorkCalendar;
import vn.monitoring.task.timing.Timing;
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

    @ParameterizedTest(name = "{0}, phase accepted {1}, on {2} → {3}")
    @CsvSource({
        "'2025–2030 (5G), 2035–2045 (6G)', 2030-06-30, 2034-12-31, DONE_EARLY",
        "'2025–2030 (5G), 2035–2045 (6G)', 2030-06-30, 2035-01-01, NOT_STARTED",
        "'2025–2030 (5G), 2035–2045 (6G)', 2040-06-30, 2045-12-31, ON_TIME",
        "'2025–2026 (a), 2027–2028 (b), 2029–2030 (c)', 2026-06-30, 2027-01-01, NOT_STARTED"
    })
    void beginsAgainWithTheNextPhase(String timing, LocalDate completedOn, LocalDate today, Timeliness expected) {
        Progress done = new Progress(true, LocalDate.of(2025, 1, 1), completedOn, null, completedOn);

        assertThat(TimelinessRule.STANDARD.judge(TimingParser.parse(timing), done, today))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} extended {1} → {2}, completed {3} → {4}, originally {5}")
    @CsvSource({
        "Quý II/2026, 2026-06-30, 2026-08-31, 2026-03-31, DONE_EARLY, DONE_EARLY",
        "Quý II/2026, 2026-06-30, 2026-08-31, 2026-06-30, ON_TIME, ON_TIME",
        "Quý II/2026, 2026-06-30, 2026-08-31, 2026-07-01, ON_TIME, LATE",
        "Quý II/2026, 2026-06-30, 2026-08-31, 2026-08-31, ON_TIME, LATE",
        "Quý II/2026, 2026-06-30, 2026-08-31, 2026-09-01, LATE, LATE",
        "2025–2030 hoàn thành cơ bản, 2030-12-31, 2031-02-28, 2031-02-28, ON_TIME, LATE",
        "Hằng năm, 2026-12-31, 2027-01-31, 2027-01-20, ON_TIME, ON_TIME"
    })
    void judgesWhatWasExtendedAgainstBothDays(
            String text,
            LocalDate originalDue,
            LocalDate due,
            LocalDate completedOn,
            Timeliness expected,
            Timeliness originally) {
        Timing original = TimingParser.parse(text);
        Progress done = new Progress(true, LocalDate.of(2026, 1, 1), completedOn, null, completedOn);

        assertThat(TimelinessRule.STANDARD.judge(new Timing.Extended(original, originalDue, due), done, completedOn))
                .isEqualTo(expected);
        assertThat(TimelinessRule.STANDARD.judge(original, done, completedOn)).isEqualTo(originally);
    }

    @ParameterizedTest(name = "extended to 31/1/2027, done {0}, on {1} → {2}")
    @CsvSource({
        ", 2026-12-20, WITHIN_TIME",
        ", 2026-12-31, WITHIN_TIME",
        ", 2027-01-10, WITHIN_TIME",
        ", 2027-01-17, DUE_SOON",
        ", 2027-01-31, DUE_SOON",
        ", 2027-02-01, NOT_STARTED",
        "2027-01-20, 2027-01-31, ON_TIME",
        "2027-01-20, 2027-02-01, NOT_STARTED",
        "2027-03-20, 2027-04-01, ON_TIME"
    })
    void extendsOneOccurrenceOnly(@Nullable LocalDate completedOn, LocalDate today, Timeliness expected) {
        Timing yearly = new Timing.Extended(
                TimingParser.parse("Hằng năm"), LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 31));
        LocalDate updatedOn = LocalDate.of(2026, 12, 1);

        assertThat(TimelinessRule.STANDARD.judge(
                        yearly, new Progress(true, LocalDate.of(2026, 1, 1), updatedOn, null, completedOn), today))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: due {1}, on working days {2}")
    @CsvSource({
        // month ends on a Saturday, also in February
        "Tháng 2/2026, 2026-02-28, 2026-03-02",
        "Tháng 1/2026, 2026-01-31, 2026-02-02",
        "Tháng 6/2026, 2026-06-30, 2026-06-30",
        // leap day: a Tuesday, and a Sunday
        "Tháng 2/2028, 2028-02-29, 2028-02-29",
        "Tháng 2/2032, 2032-02-29, 2032-03-01",
        // the end of a year on a Saturday, with the first of January behind it
        "Năm 2033, 2033-12-31, 2034-01-02",
        "Năm 2026, 2026-12-31, 2026-12-31",
        // holidays with a fixed date
        "30/4/2026, 2026-04-30, 2026-05-04",
        "Ngày 02/9/2026, 2026-09-02, 2026-09-03",
        // strict "trước" stays where it is
        "trước 01/03/2026, 2026-02-28, 2026-02-28",
        "trước 2034, 2033-12-31, 2033-12-31",
        "trước tháng 3/2026, 2026-02-28, 2026-02-28",
        // a stretch and phases
        "2025–2033 hoàn thành cơ bản, 2033-12-31, 2034-01-02",
        "'2025–2030 (5G), 2031–2033 (6G)', 2033-12-31, 2034-01-02",
        "Phân kỳ năm 2033 theo Quyết định số 204-QĐ/TW., 2033-12-31, 2034-01-02"
    })
    void settlesOnWorkingDaysWhereTheSettingSaysSo(String text, LocalDate stays, LocalDate moves) {
        Timing timing = TimingParser.parse(text);
        LocalDate longBefore = LocalDate.of(2025, 1, 1);
        TimelinessRule moving = TimelinessRule.STANDARD.onWorkingDays(WorkCalendar.withoutSettings());

        assertThat(TimelinessRule.STANDARD.due(timing, longBefore)).map(Due::on).contains(stays);
        assertThat(moving.due(timing, longBefore)).map(Due::on).contains(moves);
        Progress open = new Progress(true, null, null, null, null);
        assertThat(moving.judge(timing, open, moves)).isEqualTo(Timeliness.DUE_SOON);
        assertThat(moving.judge(timing, open, moves.plusDays(1))).isEqualTo(Timeliness.OVERDUE);
    }

    @ParameterizedTest(name = "on {0}: due {1}")
    @CsvSource({
        "2026-02-27, 2026-03-02",
        "2026-02-28, 2026-03-02",
        "2026-03-01, 2026-03-02",
        "2026-03-02, 2026-03-02",
        "2026-03-03, 2026-03-31",
        "2026-12-31, 2026-12-31",
        "2027-01-01, 2027-02-01",
        "2028-02-29, 2028-02-29",
        "2028-03-01, 2028-03-31"
    })
    void keepsAnOccurrenceUntilItsWorkingDay(LocalDate today, LocalDate dueOn) {
        TimelinessRule moving = TimelinessRule.STANDARD.onWorkingDays(WorkCalendar.withoutSettings());

        assertThat(moving.due(TimingParser.parse("hằng tháng"), today))
                .map(Due::on)
                .contains(dueOn);
    }
}
