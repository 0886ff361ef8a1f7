package vn.monitoring.task.timing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A deadline as one flat record: how it is stored, answered and told.
///
/// @param due the last day in time where there is a single one, after an extension the new one
/// @param originalDue the last day in time before an extension, null when there was none
/// @param schedule the document that holds the schedule, lower case
public record TimingState(
        String raw,
        TimingKind kind,
        @Nullable LocalDate due,
        @Nullable LocalDate originalDue,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable Recurrence report,
        @Nullable String schedule,
        List<Phase> phases,
        List<TimingFlag> flags) {

    public static TimingState of(Timing timing) {
        List<TimingFlag> flags = Arrays.stream(TimingFlag.values())
                .filter(timing.flags()::contains)
                .toList();
        return new TimingState(
                timing.raw(),
                timing.kind(),
                timing.due(),
                timing instanceof Timing.Extended extended ? extended.originalDue() : null,
                timing.start(),
                timing.end(),
                timing.report(),
                timing.schedule(),
                timing.phases(),
                flags);
    }

    /// The deadline that this record was made of.
    public Timing timing() {
        if (originalDue == null) {
            return timing(due, Set.copyOf(flags));
        }
        Set<TimingFlag> before = EnumSet.copyOf(flags);
        before.remove(TimingFlag.EXTENDED);
        return new Timing.Extended(timing(originalDue, Set.copyOf(before)), originalDue, Objects.requireNonNull(due));
    }

    private Timing timing(@Nullable LocalDate due, Set<TimingFlag> set) {
        return switch (kind) {
            case DATE,
                    MONTH,
                    QUARTER,
                    HALF_YEAR,
                    YEAR,
                    BEFORE_DATE,
                    BEFORE_MONTH,
                    BEFORE_QUARTER,
                    BEFORE_HALF_YEAR,
                    BEFORE_YEAR -> new Timing.Once(raw, kind, Objects.requireNonNull(due), start, set);
            case PERIOD -> new Timing.Period(raw, Objects.requireNonNull(start), Objects.requireNonNull(end), set);
            case PHASED -> new Timing.Phased(raw, List.copyOf(phases), set);
            case RECURRING_MONTH -> new Timing.Recurring(raw, Recurrence.MONTHLY, start, end, report, set);
            case RECURRING_QUARTER -> new Timing.Recurring(raw, Recurrence.QUARTERLY, start, end, report, set);
            case RECURRING_HALF_YEAR -> new Timing.Recurring(raw, Recurrence.HALF_YEARLY, start, end, report, set);
            case RECURRING_YEAR -> new Timing.Recurring(raw, Recurrence.YEARLY, start, end, report, set);
            case CONTINUOUS -> new Timing.Continuous(raw, start, end, report, set);
            case ON_REQUEST -> new Timing.OnRequest(raw, set);
            case EXTERNAL_SCHEDULE -> new Timing.External(raw, Objects.requireNonNull(schedule), due, set);
            case MISSING -> new Timing.Missing(raw);
            case UNREADABLE -> new Timing.Unreadable(raw, set);
        };
    }
}
