package vn.monitoring.report.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.monitoring.kit.calendar.WorkCalendar;
import vn.monitoring.report.regime.Reminders;

/// A step of a regime's reminders that has come.
///
/// @param days working days before the due date, or days after it
/// @param level 0 before the due date; 1 with the first step after it, one more with each further one
record NoticeStep(NoticeKind kind, int days, int level) {

    /// The newest step that has come on a day for a report that is not sent; steps that were missed are passed over.
    static Optional<NoticeStep> newest(
            Reminders reminders, LocalDate dueOn, LocalDate today, WorkCalendar workCalendar) {
        if (today.isAfter(dueOn)) {
            List<Integer> after = reminders.after();
            for (int index = after.size() - 1; index >= 0; index--) {
                if (!dueOn.plusDays(after.get(index)).isAfter(today)) {
                    return Optional.of(new NoticeStep(NoticeKind.OVERDUE, after.get(index), index + 1));
                }
            }
            return Optional.empty();
        }
        return reminders.before().stream()
                .filter(days -> !workingDaysBefore(dueOn, days, workCalendar).isAfter(today))
                .min(Integer::compare)
                .map(days -> new NoticeStep(NoticeKind.REMINDED, days, 0));
    }

    private static LocalDate workingDaysBefore(LocalDate dueOn, int days, WorkCalendar workCalendar) {
        LocalDate day = dueOn;
        int left = days;
        while (left > 0) {
            day = day.minusDays(1);
            if (workCalendar.isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }
}
