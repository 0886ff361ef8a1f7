package vn.monitoring.report.obligation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.VietnamCalendar;

/// Whether a report is on time. It counts when it was sent, not when it was taken: the receiver's delay is not the
/// sender's.
public enum Punctuality {
    /// Not sent, the due date ahead.
    PENDING,
    /// Not sent (or sent back), the due date passed.
    OVERDUE,
    /// Sent on the due date or before.
    ON_TIME,
    /// Sent after the due date.
    LATE,
    /// Not sent, and the unit has ceased to be: nothing is owed any more.
    LAPSED;

    /// @param submittedAt when what lies with the receiver, or was accepted, was sent; null when nothing does
    /// @param lapsedOn the unit's last day when it ceased to be before it sent anything
    static Punctuality of(
            @Nullable Instant submittedAt, LocalDate dueOn, @Nullable LocalDate lapsedOn, LocalDate today) {
        if (submittedAt == null) {
            if (lapsedOn != null && lapsedOn.isBefore(today)) {
                return LAPSED;
            }
            return today.isAfter(dueOn) ? OVERDUE : PENDING;
        }
        return LocalDate.ofInstant(submittedAt, VietnamCalendar.ZONE).isAfter(dueOn) ? LATE : ON_TIME;
    }
}
