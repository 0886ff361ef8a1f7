package vn.monitoring.task.timing;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When a task is due, together with the text it was read from.
///
/// Dates are calendar days in Asia/Ho_Chi_Minh, both ends included.
public sealed interface Timing {
    /// The text as printed.
    String raw();

    TimingKind kind();

    Set<TimingFlag> flags();

    /// The last day on which the task is still on time; null when there is no single one.
    default @Nullable LocalDate due() {
        return null;
    }

    /// The first day the text names for the work.
    default @Nullable LocalDate start() {
        return null;
    }

    /// The last day of a stretch, of the phases or of the recurrence.
    default @Nullable LocalDate end() {
        return null;
    }

    /// How often the text asks for a report.
    default @Nullable Recurrence report() {
        return null;
    }

    default List<Phase> phases() {
        return List.of();
    }

    /// The document that holds the schedule.
    default @Nullable String schedule() {
        return null;
    }

    /// True when a person or a calendar can tell when the task is due.
    default boolean known() {
        return kind() != TimingKind.MISSING && kind() != TimingKind.UNREADABLE;
    }

    /// Once, by the end of the day, month, quarter, half-year or year that ends on `due`.
    record Once(
            String raw,
            TimingKind kind,
            LocalDate due,
            @Nullable LocalDate start,
            Set<TimingFlag> flags) implements Timing {
        /// The first day of the due period: done before it is early (source: rule of timeliness, domain.md).
        public LocalDate duePeriodStart() {
            return switch (kind) {
                case MONTH, BEFORE_MONTH -> Recurrence.MONTHLY.firstDay(due);
                case QUARTER, BEFORE_QUARTER -> Recurrence.QUARTERLY.firstDay(due);
                case HALF_YEAR, BEFORE_HALF_YEAR -> Recurrence.HALF_YEARLY.firstDay(due);
                case YEAR, BEFORE_YEAR -> Recurrence.YEARLY.firstDay(due);
                case DATE,
                        BEFORE_DATE,
                        PERIOD,
                        PHASED,
                        RECURRING_MONTH,
                        RECURRING_QUARTER,
                        RECURRING_HALF_YEAR,
                        RECURRING_YEAR,
                        CONTINUOUS,
                        ON_REQUEST,
                        EXTERNAL_SCHEDULE,
                        MISSING,
                        UNREADABLE -> due;
            };
        }
    }

    /// Within a stretch of time.
    record Period(String raw, LocalDate start, LocalDate end, Set<TimingFlag> flags) implements Timing {
        @Override
        public TimingKind kind() {
            return TimingKind.PERIOD;
        }

        @Override
        public LocalDate due() {
            return end;
        }
    }

    /// In phases; the whole is due with the last one.
    record Phased(String raw, List<Phase> phases, Set<TimingFlag> flags) implements Timing {
        @Override
        public TimingKind kind() {
            return TimingKind.PHASED;
        }

        @Override
        public LocalDate end() {
            return LocalDate.of(phases.stream().mapToInt(Phase::toYear).max().orElseThrow(), 12, 31);
        }

        /// Whether a phase began after the one day and not after the other.
        public boolean phaseBegan(LocalDate after, LocalDate by) {
            return phases.stream()
                    .map(phase -> LocalDate.of(phase.fromYear(), 1, 1))
                    .anyMatch(first -> first.isAfter(after) && !first.isAfter(by));
        }
    }

    /// Once in every period of the calendar, from `start` (null: since ever) to `end` (null: for good).
    record Recurring(
            String raw,
            Recurrence every,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable Recurrence report,
            Set<TimingFlag> flags)
            implements Timing {
        /// The last calendar day of the occurrence that is due on a day; a due day may have moved to a
        /// working day of the next period.
        public LocalDate lastDayOf(LocalDate dueOn) {
            LocalDate first = every.firstDay(dueOn);
            return every.lastDay(dueOn).equals(dueOn) ? dueOn : first.minusDays(1);
        }

        @Override
        public TimingKind kind() {
            return switch (every) {
                case MONTHLY -> TimingKind.RECURRING_MONTH;
                case QUARTERLY -> TimingKind.RECURRING_QUARTER;
                case HALF_YEARLY -> TimingKind.RECURRING_HALF_YEAR;
                case YEARLY -> TimingKind.RECURRING_YEAR;
            };
        }
    }

    /// All the time, with the reports the text asks for.
    record Continuous(
            String raw,
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable Recurrence report,
            Set<TimingFlag> flags)
            implements Timing {
        @Override
        public TimingKind kind() {
            return TimingKind.CONTINUOUS;
        }
    }

    /// When asked.
    record OnRequest(String raw, Set<TimingFlag> flags) implements Timing {
        @Override
        public TimingKind kind() {
            return TimingKind.ON_REQUEST;
        }
    }

    /// As another document lays down; `due` when the text bounds it all the same.
    record External(String raw, String schedule, @Nullable LocalDate due, Set<TimingFlag> flags) implements Timing {
        @Override
        public TimingKind kind() {
            return TimingKind.EXTERNAL_SCHEDULE;
        }
    }

    /// "Chưa xác định thời hạn": nothing is written.
    record Missing(String raw) implements Timing {
        @Override
        public TimingKind kind() {
            return TimingKind.MISSING;
        }

        @Override
        public Set<TimingFlag> flags() {
            return Set.of();
        }
    }

    /// Something is written that is no deadline.
    record Unreadable(String raw, Set<TimingFlag> flags) implements Timing {
        @Override
        public TimingKind kind() {
            return TimingKind.UNREADABLE;
        }
    }

    /// As the plan has it, but with a later day that was decided on; both are kept.
    ///
    /// @param original the deadline before
    /// @param originalDue its last day in time; of something recurring that of the occurrence that was
    ///     extended
    /// @param due the last day in time now
    record Extended(Timing original, LocalDate originalDue, LocalDate due) implements Timing {
        @Override
        public String raw() {
            return original.raw();
        }

        @Override
        public TimingKind kind() {
            return original.kind();
        }

        @Override
        public Set<TimingFlag> flags() {
            Set<TimingFlag> flags = EnumSet.of(TimingFlag.EXTENDED);
            flags.addAll(original.flags());
            return flags;
        }

        @Override
        public @Nullable LocalDate start() {
            return original.start();
        }

        @Override
        public @Nullable LocalDate end() {
            return original.end();
        }

        @Override
        public @Nullable Recurrence report() {
            return original.report();
        }

        @Override
        public List<Phase> phases() {
            return original.phases();
        }

        @Override
        public @Nullable String schedule() {
            return original.schedule();
        }
    }
}
