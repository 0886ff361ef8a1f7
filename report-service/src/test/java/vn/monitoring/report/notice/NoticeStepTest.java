package vn.monitoring.report.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.calendar.WorkCalendar;
import vn.monitoring.report.regime.Reminders;

class NoticeStepTest {

    private static final WorkCalendar TET_2027 = new WorkCalendar(
            Set.of(
                    LocalDate.parse("2027-02-05"),
                    LocalDate.parse("2027-02-08"),
                    LocalDate.parse("2027-02-09"),
                    LocalDate.parse("2027-02-10")),
            Set.of());

    @ParameterizedTest
    @CsvSource({
        // due on Monday 21/9/2026: one working day before is Friday, three are Wednesday
        "2026-09-21,2026-09-15,,,",
        "2026-09-21,2026-09-16,REMINDED,3,0",
        "2026-09-21,2026-09-17,REMINDED,3,0",
        "2026-09-21,2026-09-18,REMINDED,1,0",
        "2026-09-21,2026-09-20,REMINDED,1,0",
        "2026-09-21,2026-09-21,REMINDED,1,0",
        "2026-09-21,2026-09-22,OVERDUE,1,1",
        "2026-09-21,2026-09-27,OVERDUE,1,1",
        "2026-09-21,2026-09-28,OVERDUE,7,2",
        "2026-09-21,2026-10-05,OVERDUE,14,3",
        "2026-09-21,2026-10-21,OVERDUE,30,4",
        "2026-09-21,2027-01-01,OVERDUE,30,4",
        // due on Thursday 11/2/2027, after the lunar new year: one working day before is Thursday 4/2
        "2027-02-11,2027-02-01,,,",
        "2027-02-11,2027-02-02,REMINDED,3,0",
        "2027-02-11,2027-02-04,REMINDED,1,0",
        "2027-02-11,2027-02-10,REMINDED,1,0",
        // a leap day counts
        "2028-02-28,2028-02-29,OVERDUE,1,1",
        "2028-02-28,2028-03-05,OVERDUE,1,1",
        "2028-02-28,2028-03-06,OVERDUE,7,2",
    })
    void isTheNewestThatHasCome(
            LocalDate dueOn,
            LocalDate today,
            @Nullable NoticeKind kind,
            @Nullable Integer days,
            @Nullable Integer level) {
        Optional<NoticeStep> expected = kind == null || days == null || level == null
                ? Optional.empty()
                : Optional.of(new NoticeStep(kind, days, level));

        assertThat(NoticeStep.newest(Reminders.STANDARD, dueOn, today, TET_2027))
                .isEqualTo(expected);
    }

    @Test
    void isNoneWhereTheRegimeSetsNone() {
        Reminders never = new Reminders(List.of(), List.of(7));
        LocalDate dueOn = LocalDate.parse("2026-09-21");

        assertThat(NoticeStep.newest(never, dueOn, dueOn, TET_2027)).isEmpty();
        assertThat(NoticeStep.newest(never, dueOn, dueOn.plusDays(6), TET_2027)).isEmpty();
        assertThat(NoticeStep.newest(never, dueOn, dueOn.plusDays(7), TET_2027))
                .contains(new NoticeStep(NoticeKind.OVERDUE, 7, 1));
    }

    @Test
    void ordersTheDaysOfARegime() {
        Reminders reminders = new Reminders(List.of(1, 5, 1), List.of(14, 7));

        assertThat(reminders.before()).containsExactly(5, 1);
        assertThat(reminders.after()).containsExactly(7, 14);
        assertThatThrownBy(() -> new Reminders(List.of(0), List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reminders(List.of(), List.of(61))).isInstanceOf(IllegalArgumentException.class);
    }
}
