package vn.monitoring.report.feedback;

import java.time.LocalDate;
import vn.monitoring.kit.calendar.WorkCalendar;

/// When an answer is due: so many working days after the day on which the feedback was received, which does not count.
final class AnswerDeadline {

    private AnswerDeadline() {}

    static LocalDate dueOn(LocalDate receivedOn, int workingDays, WorkCalendar calendar) {
        LocalDate day = receivedOn;
        for (int left = workingDays; left > 0; left--) {
            day = calendar.onOrAfter(day.plusDays(1));
        }
        return day;
    }
}
