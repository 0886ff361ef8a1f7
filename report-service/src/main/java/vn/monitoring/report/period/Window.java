package vn.monitoring.report.period;

import java.time.Instant;
import java.time.LocalDate;
import vn.monitoring.kit.calendar.VietnamCalendar;

/// The days that a period's figures cover, both ends included; the last day is the cut-off date.
public record Window(LocalDate from, LocalDate cutOff) {

    public Window {
        if (cutOff.isBefore(from)) {
            throw new IllegalArgumentException("A period ends on or after its first day");
        }
    }

    /// The instant from which the period is closed: midnight in Vietnam after the cut-off date.
    public Instant closedAt() {
        return cutOff.plusDays(1).atStartOfDay(VietnamCalendar.ZONE).toInstant();
    }
}
