package vn.monitoring.task.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.calendar.VietnamCalendar;
import vn.monitoring.task.timing.TimingParser;

class MonthlyRuleTest {

    private static final UpdateWindow CALENDAR = new UpdateWindow(1, 31);
    private static final WindowSeries WINDOWS = new WindowSeries(CALENDAR, Map.of());

    @ParameterizedTest(name = "{0} given {1} done {2} handed over {3}: asked in {4} ({5}–{6}) {7}")
    @CsvSource({
        // given before the window opens, still open when it closes
        "Năm 2026, 2026-03-31, , , 2026-04, 1, 31, true",
        "Năm 2026, 2026-04-01, , , 2026-04, 1, 31, false",
        "Năm 2026, 2026-04-19, , , 2026-04, 20, 31, true",
        "Năm 2026, 2026-04-20, , , 2026-04, 20, 31, false",
        "Năm 2026, , , , 2026-04, 1, 31, false",
        "Năm 2026, 2026-01-05, 2026-04-30, , 2026-04, 1, 31, false",
        "Năm 2026, 2026-01-05, 2026-05-01, , 2026-04, 1, 31, true",
        "Năm 2026, 2026-01-05, 2028-02-29, , 2028-02, 1, 31, false",
        // the reviewer's delay does not count
        "Năm 2026, 2026-01-05, , 2026-04-30, 2026-04, 1, 31, false",
        "Năm 2026, 2026-01-05, , 2026-05-01, 2026-04, 1, 31, true",
        // overdue tasks are open
        "Tháng 2/2026, 2026-01-05, , , 2026-12, 1, 31, true",
        "Tháng 2/2026, 2025-12-31, , , 2026-01, 1, 31, true",
        // recurring: not after it is done for the period in which the window closes
        "Hằng năm, 2026-01-05, 2026-03-10, , 2026-11, 1, 31, false",
        "Hằng năm, 2026-01-05, 2026-03-10, , 2027-01, 1, 31, true",
        "Hằng quý, 2026-01-05, 2026-03-10, , 2026-03, 1, 31, false",
        "Hằng quý, 2026-01-05, 2026-03-10, , 2026-04, 1, 31, true",
        // stretches that have not begun or are over
        "Hằng năm (2027–2045), 2026-01-05, , , 2026-12, 1, 31, false",
        "Hằng năm (2027–2045), 2026-01-05, , , 2027-01, 1, 31, true",
        "Hằng năm (2027–2045), 2026-01-05, , , 2046-01, 1, 31, false",
        "Thường xuyên, 2026-01-05, , , 2026-04, 1, 31, true",
        // without a deadline it is open all the same; on request only once work has begun
        ", 2026-01-05, , , 2026-04, 1, 31, true",
        "Theo yêu cầu, 2026-01-05, , , 2026-04, 1, 31, false"
    })
    void asksOpenTasksOnly(
            @Nullable String timing,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate completedOn,
            @Nullable LocalDate submittedOn,
            YearMonth month,
            int first,
            int last,
            boolean expected) {
        MonthlyFacts task = new MonthlyFacts(
                TimingParser.parse(timing), false, false, assignedOn, submittedOn, completedOn, null, null);

        assertThat(MonthlyRule.expected(task, month, new UpdateWindow(first, last)))
                .isEqualTo(expected);
    }

    @Test
    void asksNothingOfWhatIsHeldAndOfRequestsOnceBegun() {
        LocalDate assignedOn = LocalDate.of(2026, 1, 5);
        YearMonth month = YearMonth.of(2026, 4);
        MonthlyFacts held =
                new MonthlyFacts(TimingParser.parse("Năm 2026"), true, true, assignedOn, null, null, null, null);
        MonthlyFacts asked =
                new MonthlyFacts(TimingParser.parse("Theo yêu cầu"), true, false, assignedOn, null, null, null, null);

        assertThat(MonthlyRule.expected(held, month, CALENDAR)).isFalse();
        assertThat(MonthlyRule.standing(held, WINDOWS, late("2026-03", 1))).isEmpty();
        assertThat(MonthlyRule.expected(asked, month, CALENDAR)).isTrue();
    }

    @ParameterizedTest(name = "{0} ({1}–{2}), received {3} as of {4} → {5}")
    @CsvSource({
        "2026-04, 1, 31, 2026-04-01, 2026-04-01, VALID",
        "2026-04, 1, 31, 2026-04-30, 2026-04-01, VALID",
        "2026-04, 1, 31, 2026-05-01, 2026-04-30, LATE",
        "2026-04, 1, 31, 2026-03-31, 2026-03-31, LATE",
        // received in time, but it speaks of the month before
        "2026-04, 1, 31, 2026-04-02, 2026-03-31, LATE",
        "2026-04, 20, 31, 2026-04-19, 2026-04-19, LATE",
        "2026-04, 20, 31, 2026-04-20, 2026-04-01, VALID",
        "2028-02, 20, 31, 2028-02-29, 2028-02-29, VALID",
        "2026-02, 20, 31, 2026-03-01, 2026-02-28, LATE",
        "2026-12, 25, 5, 2027-01-05, 2026-12-31, VALID",
        "2026-12, 25, 5, 2027-01-05, 2027-01-05, VALID",
        "2026-12, 25, 5, 2027-01-06, 2026-12-31, LATE"
    })
    void takesWhatCameInWithinTheWindow(
            YearMonth month, int first, int last, LocalDate receivedOn, LocalDate asOf, MonthOutcome.Result expected) {
        MonthlyFacts task = facts(new ReceivedUpdate(receivedOn, asOf, List.of(), 10), null);

        MonthOutcome outcome = MonthlyRule.outcome(task, month, new UpdateWindow(first, last), null);

        assertThat(outcome.result()).isEqualTo(expected);
        assertThat(outcome.running()).isEqualTo(expected == MonthOutcome.Result.VALID ? 0 : 1);
    }

    @Test
    void countsTheDayOfHoChiMinhCity() {
        Instant lastSecond = Instant.parse("2026-04-30T16:59:59Z");
        Instant midnight = Instant.parse("2026-04-30T17:00:00Z");

        assertThat(CALENDAR.holds(YearMonth.of(2026, 4), LocalDate.ofInstant(lastSecond, VietnamCalendar.ZONE)))
                .isTrue();
        assertThat(CALENDAR.holds(YearMonth.of(2026, 4), LocalDate.ofInstant(midnight, VietnamCalendar.ZONE)))
                .isFalse();
    }

    @ParameterizedTest(name = "{0} after {1} months to {2} → {3}")
    @CsvSource({
        "2026-04, 1, 2026-03, 2",
        "2026-04, 2, 2026-03, 3",
        "2026-04, 5, 2026-03, 6",
        // a month in which it was not asked, or had a valid one, begins anew
        "2026-04, 2, 2026-02, 1",
        "2026-04, 0, 2026-03, 1",
        "2027-01, 1, 2026-12, 2"
    })
    void countsTheMonthsRunning(YearMonth month, int before, YearMonth lastMonth, int expected) {
        MonthOutcome last = before == 0 ? valid(lastMonth) : late(lastMonth.toString(), before);

        assertThat(MonthlyRule.outcome(facts(null, null), month, CALENDAR, last).running())
                .isEqualTo(expected);
    }

    @Test
    void namesWhatTheLastUpdateLacks() {
        ReceivedUpdate incomplete = incomplete("2026-04-20");

        MonthOutcome outcome = MonthlyRule.outcome(facts(null, incomplete), YearMonth.of(2026, 4), CALENDAR, null);

        assertThat(outcome.result()).isEqualTo(MonthOutcome.Result.INSUFFICIENT_DATA);
        assertThat(outcome.missing()).containsExactly("nextStep");
    }

    @ParameterizedTest(name = "April missed, valid {0}, incomplete {1} → {2} since {3}")
    @CsvSource({
        ", , LATE, 2026-04-30",
        "2026-03-20, , LATE, 2026-04-30",
        // too late for April, yet it takes the task off the list
        "2026-05-01, , , ",
        ", 2026-04-15, INSUFFICIENT_DATA, 2026-04-30",
        ", 2026-05-02, INSUFFICIENT_DATA, 2026-04-30",
        // of long before: April has nothing at all
        ", 2026-03-15, LATE, 2026-04-30",
        // the valid one of May stands, whatever came after it
        "2026-05-01, 2026-05-09, , "
    })
    void staysOnTheListUntilAValidUpdate(
            @Nullable LocalDate valid,
            @Nullable LocalDate incomplete,
            MonthOutcome.@Nullable Result result,
            @Nullable LocalDate since) {
        MonthlyFacts task = facts(
                valid == null ? null : new ReceivedUpdate(valid, valid, List.of(), null),
                incomplete == null ? null : incomplete(incomplete.toString()));

        Optional<MonthlyRule.Standing> standing = MonthlyRule.standing(task, WINDOWS, late("2026-04", 2));

        assertThat(standing.map(MonthlyRule.Standing::result).orElse(null)).isEqualTo(result);
        assertThat(standing.map(MonthlyRule.Standing::since).orElse(null)).isEqualTo(since);
        assertThat(standing.map(MonthlyRule.Standing::months).orElse(2)).isEqualTo(2);
    }

    @Test
    void warnsOfAnIncompleteUpdateBeforeItsWindowCloses() {
        MonthlyRule.Standing standing = MonthlyRule.standing(facts(null, incomplete("2026-04-10")), WINDOWS, null)
                .orElseThrow();

        assertThat(standing)
                .isEqualTo(
                        new MonthlyRule.Standing(MonthOutcome.Result.INSUFFICIENT_DATA, List.of("nextStep"), null, 1));
    }

    @ParameterizedTest(name = "{0} completed {1}: on the list {2}")
    @CsvSource({
        "Năm 2026, 2026-05-10, false",
        "Năm 2026, 2026-02-10, false",
        "Hằng quý, 2026-04-10, false",
        "Hằng quý, 2026-03-10, true"
    })
    void takesOffWhatIsDone(String timing, LocalDate completedOn, boolean onTheList) {
        MonthlyFacts task = new MonthlyFacts(
                TimingParser.parse(timing), true, false, LocalDate.of(2026, 1, 5), null, completedOn, null, null);

        assertThat(MonthlyRule.standing(task, WINDOWS, late("2026-04", 1)).isPresent())
                .isEqualTo(onTheList);
    }

    @ParameterizedTest(name = "{0} of {1} → {2}")
    @CsvSource({"9, 10, true", "8, 10, false", "89, 99, false", "90, 100, true", "899, 1000, false", "0, 0, true"})
    void holdsTheRateAgainstNinetyPercentExactly(long valid, long expected, boolean reached) {
        assertThat(MonthlyRule.reached(valid, expected)).isEqualTo(reached);
    }

    private static MonthlyFacts facts(@Nullable ReceivedUpdate valid, @Nullable ReceivedUpdate incomplete) {
        return new MonthlyFacts(
                TimingParser.parse("Năm 2026"), true, false, LocalDate.of(2026, 1, 5), null, null, valid, incomplete);
    }

    private static ReceivedUpdate incomplete(String receivedOn) {
        return new ReceivedUpdate(LocalDate.parse(receivedOn), LocalDate.parse(receivedOn), List.of("nextStep"), null);
    }

    private static MonthOutcome late(String month, int running) {
        YearMonth of = YearMonth.parse(month);
        return new MonthOutcome(
                of, CALENDAR.opens(of), CALENDAR.closes(of), MonthOutcome.Result.LATE, List.of(), running);
    }

    private static MonthOutcome valid(YearMonth month) {
        return new MonthOutcome(
                month, CALENDAR.opens(month), CALENDAR.closes(month), MonthOutcome.Result.VALID, List.of(), 0);
    }
}
