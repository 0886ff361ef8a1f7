package vn.monitoring.task.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.timing.Timing;
import vn.monitoring.task.timing.TimingFlag;
import vn.monitoring.task.timing.TimingKind;

/// Which of a task's deadlines binds.
public final class TaskDeadline {

    private TaskDeadline() {}

    /// Set at the assignment, else printed, else of the parts; put off by an extension if there is one.
    ///
    /// @param set the day set at the assignment
    /// @param derived of a task with parts the deadline of the part that is due last
    /// @param extension the decision to put it off, null when there is none
    public static Timing of(
            Timing printed, @Nullable LocalDate set, @Nullable Timing derived, @Nullable Extension extension) {
        Timing before = before(printed, set, derived);
        return extension == null || !extension.puts(before)
                ? before
                : new Timing.Extended(before, extension.originalDueOn(), extension.dueOn());
    }

    /// The decision to put a deadline off; an earlier one for the same day is replaced, the original day
    /// stays.
    ///
    /// @param before the last day in time of what is put off
    static Extension putOff(Timing timing, LocalDate before, LocalDate dueOn) {
        if (timing instanceof Timing.Extended extended && extended.due().equals(before)) {
            return new Extension(extended.originalDue(), dueOn);
        }
        Timing original = timing instanceof Timing.Extended extended ? extended.original() : timing;
        LocalDate last = original instanceof Timing.Recurring recurring ? recurring.lastDayOf(before) : original.due();
        return new Extension(last == null ? before : last, dueOn);
    }

    private static Timing before(Timing printed, @Nullable LocalDate set, @Nullable Timing derived) {
        if (set != null) {
            return new Timing.Once(printed.raw(), TimingKind.DATE, set, null, Set.of(TimingFlag.SET_AT_ASSIGNMENT));
        }
        return printed.known() || derived == null ? printed : derived;
    }

    /// A deadline that was put off.
    ///
    /// @param originalDueOn the last day in time before
    /// @param dueOn the last day in time now
    @Embeddable
    public record Extension(
            @Column(name = "extended_from_due_on") LocalDate originalDueOn,
            @Column(name = "extended_due_on") LocalDate dueOn) {

        /// Whether it is this deadline that was put off, and not one that its plan has replaced since.
        boolean puts(Timing before) {
            LocalDate due = before.due();
            return due == null || due.equals(originalDueOn);
        }

        /// The extension that two columns tell, null when there is none.
        public static @Nullable Extension of(@Nullable LocalDate originalDueOn, @Nullable LocalDate dueOn) {
            return originalDueOn == null || dueOn == null ? null : new Extension(originalDueOn, dueOn);
        }
    }
}
