package vn.monitoring.task.occurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.calendar.WorkCalendar;
import vn.monitoring.task.task.TaskStanding;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.timeliness.TimelinessRule;
import vn.monitoring.task.timing.Timing;
import vn.monitoring.task.timing.TimingParser;

class OccurrenceRuleTest {

    private static final OccurrenceRule RULE = new OccurrenceRule(TimelinessRule.STANDARD);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);

    /// What a task says, built step by step.
    private record Story(
            String timing,
            TaskStatus status,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate updatedOn,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate completedOn,
            @Nullable LocalDate completedFor,
            @Nullable LocalDate pausedOn) {

        static Story of(String timing, @Nullable String assignedOn) {
            LocalDate day = assignedOn == null ? null : LocalDate.parse(assignedOn);
            TaskStatus status = day == null ? TaskStatus.DRAFT : TaskStatus.ASSIGNED;
            return new Story(timing, status, day, null, null, null, null, null);
        }

        Story updated(String on) {
            return new Story(timing, TaskStatus.IN_PROGRESS, assignedOn, LocalDate.parse(on), null, null, null, null);
        }

        Story submitted(String on) {
            LocalDate day = LocalDate.parse(on);
            return new Story(timing, TaskStatus.SUBMITTED, assignedOn, updatedOn, day, null, null, null);
        }

        Story completed(String on, @Nullable String periodFrom) {
            LocalDate from = periodFrom == null ? null : LocalDate.parse(periodFrom);
            LocalDate day = LocalDate.parse(on);
            return new Story(timing, TaskStatus.COMPLETED, assignedOn, updatedOn, day, day, from, null);
        }

        Story paused(String on) {
            return new Story(timing, TaskStatus.PAUSED, assignedOn, updatedOn, null, null, null, LocalDate.parse(on));
        }

        Story in(TaskStatus other) {
            return new Story(timing, other, assignedOn, updatedOn, null, null, null, null);
        }

        Story timed(String other) {
            return new Story(other, status, assignedOn, updatedOn, submittedOn, completedOn, completedFor, pausedOn);
        }

        OccurrenceRule.Given given() {
            return given(TimingParser.parse(timing));
        }

        OccurrenceRule.Given given(Timing read) {
            return new OccurrenceRule.Given(
                    UUID.randomUUID(),
                    true,
                    new TaskStanding(read, status, assignedOn, updatedOn, submittedOn, completedOn, pausedOn),
                    completedFor);
        }
    }

    @ParameterizedTest(name = "{0} assigned {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    Hằng năm                            |            | 2026 2027
                    Hằng năm                            | 2026-02-01 | 2026 2027
                    Hằng năm (2027–2045)                | 2026-02-01 | 2027
                    Hằng năm (2025–2026)                | 2026-02-01 | 2026
                    Năm 2026 và các năm tiếp theo.      | 2025-11-01 | 2026 2027
                    hằng quý                            | 2026-05-20 | 2026-Q2 2026-Q3 2026-Q4 2027-Q1 2027-Q2
                    06 tháng một lần                    | 2026-06-01 | 2026-H1 2026-H2 2027-H1
                    Thường xuyên                        |            | 2026-06 2026-07 2026-08 2026-09 2026-10 2026-11 2026-12 2027-01 2027-02 2027-03 2027-04 2027-05 2027-06
                    Thường xuyên                        | 2026-06-10 | 2026-07 2026-08 2026-09 2026-10 2026-11 2026-12 2027-01 2027-02 2027-03 2027-04 2027-05 2027-06
                    Thường xuyên                        | 2026-05-31 | 2026-06 2026-07 2026-08 2026-09 2026-10 2026-11 2026-12 2027-01 2027-02 2027-03 2027-04 2027-05 2027-06
                    Thường xuyên; báo cáo hằng quý      | 2026-05-31 | 2026-Q3 2026-Q4 2027-Q1 2027-Q2
                    Thường xuyên (2025–2026)            | 2026-09-30 | 2026-10 2026-11 2026-12
                    2025–2030 (5G), 2035–2045 (6G)      | 2026-02-01 | 2025-2030 2035-2045
                    Quý II/2026                         | 2026-02-01 | ''
                    2025–2030 hoàn thành cơ bản         | 2026-02-01 | ''
                    Theo yêu cầu                        | 2026-02-01 | ''
                    Chưa xác định thời hạn              | 2026-02-01 | ''
                    """)
    void looksAYearAhead(String timing, @Nullable String assignedOn, String expected) {
        List<Occurrence> now = RULE.now(Story.of(timing, assignedOn).given(), List.of(), TODAY);

        assertThat(now.stream().map(Occurrence::periodKey).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
        assertThat(now).extracting(Occurrence::status).allMatch(status -> status == OccurrenceStatus.OPEN);
        assertThat(now).extracting(Occurrence::number).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "hằng tháng, 2028-02, 2028-02-01, 2028-02-29, 2028-02-29",
        "hằng tháng, 2027-01, 2027-01-01, 2027-01-31, 2027-02-01",
        "hằng tháng, 2027-02, 2027-02-01, 2027-02-28, 2027-03-01",
        "hằng quý, 2028-Q1, 2028-01-01, 2028-03-31, 2028-03-31",
        "Hằng năm, 2027, 2027-01-01, 2027-12-31, 2027-12-31",
        "Hằng năm, 2028, 2028-01-01, 2028-12-31, 2029-01-02"
    })
    void knowsItsDays(String timing, String key, LocalDate startsOn, LocalDate dueOn, LocalDate onWorkingDays) {
        OccurrenceRule.Given given = Story.of(timing, "2027-01-01").given();
        LocalDate today = LocalDate.of(2027, 12, 31);
        OccurrenceRule moving =
                new OccurrenceRule(TimelinessRule.STANDARD.onWorkingDays(WorkCalendar.withoutSettings()));

        assertThat(find(RULE.now(given, List.of(), startsOn.isAfter(today) ? today : startsOn), key))
                .returns(startsOn, Occurrence::startsOn)
                .returns(dueOn, Occurrence::dueOn)
                .returns(dueOn, Occurrence::originalDueOn);
        assertThat(find(moving.now(given, List.of(), startsOn.isAfter(today) ? today : startsOn), key)
                        .dueOn())
                .isEqualTo(onWorkingDays);
    }

    @Test
    void marksWhatWasMissedAndCatchesUpAfterDowntime() {
        OccurrenceRule.Given given = Story.of("hằng tháng", "2026-05-02").given();
        List<Occurrence> may = RULE.now(given, List.of(), LocalDate.of(2026, 5, 2));

        List<Occurrence> daily = may;
        for (LocalDate day = LocalDate.of(2026, 5, 3); !day.isAfter(LocalDate.of(2027, 9, 15)); day = day.plusDays(1)) {
            daily = RULE.now(given, daily, day);
        }
        List<Occurrence> afterDowntime = RULE.now(given, may, LocalDate.of(2027, 9, 15));

        assertThat(daily).isEqualTo(afterDowntime);
        assertThat(find(daily, "2027-08").status()).isEqualTo(OccurrenceStatus.MISSED);
        assertThat(find(daily, "2027-09").status()).isEqualTo(OccurrenceStatus.OPEN);
        assertThat(daily.getLast().periodKey()).isEqualTo("2028-09");
        assertThat(RULE.now(given, daily, LocalDate.of(2027, 9, 15))).isEqualTo(daily);
    }

    @Test
    void isDoneByTheAcceptedSubmissionOfItsPeriod() {
        Story story = Story.of("hằng quý", "2026-01-05");
        List<Occurrence> first = RULE.now(story.given(), List.of(), LocalDate.of(2026, 1, 5));

        List<Occurrence> waiting = RULE.now(story.submitted("2026-03-30").given(), first, LocalDate.of(2026, 4, 20));
        assertThat(find(waiting, "2026-Q1").status()).isEqualTo(OccurrenceStatus.OPEN);
        List<Occurrence> done =
                RULE.now(story.completed("2026-03-30", "2026-01-01").given(), waiting, LocalDate.of(2026, 4, 25));
        assertThat(find(done, "2026-Q1"))
                .returns(OccurrenceStatus.DONE, Occurrence::status)
                .returns(LocalDate.of(2026, 3, 30), Occurrence::doneOn);
        assertThat(find(done, "2026-Q2").status()).isEqualTo(OccurrenceStatus.OPEN);
        List<Occurrence> later =
                RULE.now(story.completed("2026-03-30", "2026-01-01").given(), done, LocalDate.of(2026, 7, 1));
        assertThat(find(later, "2026-Q1").status()).isEqualTo(OccurrenceStatus.DONE);
        assertThat(find(later, "2026-Q2").status()).isEqualTo(OccurrenceStatus.MISSED);
    }

    @Test
    void isDoneByAValidUpdateOfItsPeriodAlsoWhenThatCameLater() {
        Story story = Story.of("Thường xuyên", "2026-05-20");
        List<Occurrence> first = RULE.now(story.given(), List.of(), LocalDate.of(2026, 5, 20));
        List<Occurrence> missed = RULE.now(story.given(), first, LocalDate.of(2026, 7, 1));
        assertThat(find(missed, "2026-06").status()).isEqualTo(OccurrenceStatus.MISSED);

        List<Occurrence> caughtUp = RULE.now(story.updated("2026-06-30").given(), missed, LocalDate.of(2026, 7, 2));
        assertThat(find(caughtUp, "2026-06"))
                .returns(OccurrenceStatus.DONE, Occurrence::status)
                .returns(LocalDate.of(2026, 6, 30), Occurrence::doneOn);
        List<Occurrence> next = RULE.now(story.updated("2026-07-20").given(), caughtUp, LocalDate.of(2026, 8, 1));
        assertThat(find(next, "2026-06").doneOn()).isEqualTo("2026-06-30");
        assertThat(find(next, "2026-07").status()).isEqualTo(OccurrenceStatus.DONE);
    }

    @Test
    void isReplacedWhenThePlanChangesButWhatIsDoneStays() {
        Story story = Story.of("hằng quý", "2026-01-05").completed("2026-03-30", "2026-01-01");
        List<Occurrence> quarterly =
                RULE.now(story.given(), RULE.now(story.given(), List.of(), LocalDate.of(2026, 1, 5)), TODAY);

        List<Occurrence> monthly = RULE.now(story.timed("hằng tháng").given(), quarterly, TODAY);

        assertThat(find(monthly, "2026-Q1").status()).isEqualTo(OccurrenceStatus.DONE);
        assertThat(find(monthly, "2026-Q2").status()).isEqualTo(OccurrenceStatus.DROPPED);
        assertThat(monthly)
                .extracting(Occurrence::periodKey)
                .doesNotContain("2026-Q3", "2026-03", "2026-05")
                .contains("2026-06", "2027-06")
                .doesNotHaveDuplicates();
        assertThat(monthly).extracting(Occurrence::number).doesNotHaveDuplicates();
        assertThat(RULE.now(story.timed("hằng tháng").given(), monthly, TODAY)).isEqualTo(monthly);

        List<Occurrence> back = RULE.now(story.given(), monthly, TODAY);
        assertThat(find(back, "2026-Q1").status()).isEqualTo(OccurrenceStatus.DONE);
        assertThat(find(back, "2026-Q2").status()).isEqualTo(OccurrenceStatus.OPEN);
        assertThat(back.stream().filter(one -> one.status() == OccurrenceStatus.OPEN))
                .extracting(Occurrence::periodKey)
                .containsExactly("2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2");
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED", "SUPERSEDED"})
    void endsWithItsTask(TaskStatus dropped) {
        Story story = Story.of("Thường xuyên", "2026-04-20").updated("2026-05-10");
        List<Occurrence> open =
                RULE.now(story.given(), RULE.now(story.given(), List.of(), LocalDate.of(2026, 5, 10)), TODAY);

        List<Occurrence> ended = RULE.now(story.in(dropped).given(), open, TODAY);

        assertThat(ended).extracting(Occurrence::periodKey).containsExactly("2026-05", "2026-06");
        assertThat(ended)
                .extracting(Occurrence::status)
                .containsExactly(OccurrenceStatus.DONE, OccurrenceStatus.DROPPED);
    }

    @Test
    void isNotMissedWhileItsTaskIsPaused() {
        Story story = Story.of("hằng tháng", "2026-04-01");
        List<Occurrence> april = RULE.now(story.given(), List.of(), LocalDate.of(2026, 4, 1));

        List<Occurrence> paused = RULE.now(story.paused("2026-05-20").given(), april, LocalDate.of(2026, 7, 15));

        assertThat(find(paused, "2026-04").status()).isEqualTo(OccurrenceStatus.MISSED);
        assertThat(find(paused, "2026-05").status()).isEqualTo(OccurrenceStatus.DROPPED);
        assertThat(find(paused, "2026-06").status()).isEqualTo(OccurrenceStatus.DROPPED);
        assertThat(find(paused, "2026-07").status()).isEqualTo(OccurrenceStatus.OPEN);
    }

    @Test
    void putsOffTheOneOccurrenceThatWasExtended() {
        Timing extended = new Timing.Extended(
                TimingParser.parse("Hằng năm"), LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 31));
        Story story = Story.of("Hằng năm", "2026-02-01");
        List<Occurrence> before = RULE.now(story.given(), List.of(), TODAY);

        List<Occurrence> now = RULE.now(story.given(extended), before, LocalDate.of(2027, 1, 10));

        assertThat(find(now, "2026"))
                .returns(LocalDate.of(2027, 1, 31), Occurrence::dueOn)
                .returns(LocalDate.of(2026, 12, 31), Occurrence::originalDueOn)
                .returns(OccurrenceStatus.OPEN, Occurrence::status);
        assertThat(find(now, "2027").dueOn()).isEqualTo("2027-12-31");
        assertThat(find(RULE.now(story.given(extended), now, LocalDate.of(2027, 2, 1)), "2026")
                        .status())
                .isEqualTo(OccurrenceStatus.MISSED);
    }

    @Test
    void keepsTheDaysByWhichItWasJudged() {
        Story story = Story.of("hằng quý", "2026-01-05");
        Timing first = new Timing.Extended(
                TimingParser.parse("hằng quý"), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 15));
        List<Occurrence> extended = RULE.now(
                story.given(first),
                RULE.now(story.given(), List.of(), LocalDate.of(2026, 1, 5)),
                LocalDate.of(2026, 4, 1));
        List<Occurrence> missed = RULE.now(story.given(first), extended, LocalDate.of(2026, 4, 16));
        assertThat(find(missed, "2026-Q1").status()).isEqualTo(OccurrenceStatus.MISSED);

        Timing second = new Timing.Extended(
                TimingParser.parse("hằng quý"), LocalDate.of(2026, 6, 30), LocalDate.of(2026, 7, 10));
        List<Occurrence> now = RULE.now(story.given(second), missed, TODAY);

        assertThat(find(now, "2026-Q1"))
                .returns(LocalDate.of(2026, 4, 15), Occurrence::dueOn)
                .returns(OccurrenceStatus.MISSED, Occurrence::status);
        assertThat(find(now, "2026-Q2").dueOn()).isEqualTo("2026-07-10");
    }

    @Test
    void givesAPhaseItsOwnDays() {
        Story story = Story.of("2025–2030 (5G), 2035–2045 (6G)", "2026-02-01");
        List<Occurrence> phases = RULE.now(story.given(), List.of(), TODAY);
        assertThat(find(phases, "2025-2030").dueOn()).isEqualTo("2030-12-31");

        List<Occurrence> first =
                RULE.now(story.completed("2030-06-30", null).given(), phases, LocalDate.of(2030, 7, 1));
        assertThat(find(first, "2025-2030").doneOn()).isEqualTo("2030-06-30");
        assertThat(find(first, "2035-2045").status()).isEqualTo(OccurrenceStatus.OPEN);
        assertThat(find(RULE.now(story.given(), phases, LocalDate.of(2031, 1, 1)), "2025-2030")
                        .status())
                .isEqualTo(OccurrenceStatus.MISSED);
    }

    private static Occurrence find(List<Occurrence> occurrences, String key) {
        return occurrences.stream()
                .filter(occurrence -> occurrence.periodKey().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
