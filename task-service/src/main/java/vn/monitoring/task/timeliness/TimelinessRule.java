package vn.monitoring.task.timeliness;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.WorkCalendar;
import vn.monitoring.task.timing.Phase;
import vn.monitoring.task.timing.Recurrence;
import vn.monitoring.task.timing.Timing;
import vn.monitoring.task.timing.TimingFlag;

/// Judges a task against its deadline on a day.
///
/// Near means: the days left are at most 10 % of the duration, yet never fewer than 7 days and never more than
/// 15; 15 when the duration is unknown. The deadline itself is the last day in time.
///
/// @param longestWarning the most days before a deadline that count as near
/// @param shortestWarning the fewest
/// @param warningShare the share of the duration between them
/// @param updateEvery how often a continuous task is updated when its plan asks for no report
/// @param workCalendar moves a due day on a day off to the next working day, unless the deadline says
///     "trước"; null where due days stay
public record TimelinessRule(
        int longestWarning,
        int shortestWarning,
        double warningShare,
        Recurrence updateEvery,
        @Nullable WorkCalendar workCalendar) {
    private static final ZoneId CALENDAR = ZoneId.of("Asia/Ho_Chi_Minh");

    /// The policy of domain.md, with the monthly update of the Thạch Khôi plan.
    public static final TimelinessRule STANDARD = new TimelinessRule(15, 7, 0.10, Recurrence.MONTHLY, null);

    /// The same with due days that settle on working days.
    public TimelinessRule onWorkingDays(WorkCalendar days) {
        return new TimelinessRule(longestWarning, shortestWarning, warningShare, updateEvery, days);
    }

    public Timeliness judge(Timing timing, Progress progress, Instant now) {
        return judge(timing, progress, LocalDate.ofInstant(now, CALENDAR));
    }

    public Timeliness judge(Timing timing, Progress progress, LocalDate today) {
        return switch (timing) {
            case Timing.Extended extended
            when extended.original() instanceof Timing.Recurring -> recurring(timing, progress, today);
            case Timing.Extended ignored -> once(timing, progress, today);
            case Timing.Once ignored -> once(timing, progress, today);
            case Timing.Period ignored -> once(timing, progress, today);
            case Timing.Phased ignored -> recurring(timing, progress, today);
            case Timing.External ignored -> once(timing, progress, today);
            case Timing.Recurring ignored -> recurring(timing, progress, today);
            case Timing.Continuous continuous -> continuous(continuous, progress, today);
            case Timing.OnRequest ignored -> withoutDay(progress);
            case Timing.Missing ignored -> Timeliness.NO_DEADLINE;
            case Timing.Unreadable ignored -> Timeliness.NO_DEADLINE;
        };
    }

    /// The days by which the task is judged on a day; none when nothing is due on a day: continuous, on
    /// request, without a deadline.
    public Optional<Due> due(Timing timing, LocalDate today) {
        return switch (timing) {
            case Timing.Extended extended -> due(extended, today);
            case Timing.Once once -> Optional.of(due(once, once.duePeriodStart(), once.due(), once.start()));
            case Timing.Period period -> Optional.of(due(period, period.start(), period.end(), period.start()));
            case Timing.Phased phased -> Optional.of(due(phased));
            case Timing.External external ->
                Optional.ofNullable(external.due())
                        .map(due -> due(external, Recurrence.YEARLY.firstDay(due), due, null));
            case Timing.Recurring recurring -> Optional.of(due(recurring, today));
            case Timing.Continuous ignored -> Optional.empty();
            case Timing.OnRequest ignored -> Optional.empty();
            case Timing.Missing ignored -> Optional.empty();
            case Timing.Unreadable ignored -> Optional.empty();
        };
    }

    private Due due(Timing timing, LocalDate from, LocalDate last, @Nullable LocalDate start) {
        LocalDate on = timing.flags().contains(TimingFlag.STRICT_BEFORE) ? last : settle(last);
        return new Due(from, on, on, start);
    }

    /// The day itself, or the next working day where due days settle on working days.
    public LocalDate settle(LocalDate day) {
        return workCalendar == null ? day : workCalendar.onOrAfter(day);
    }

    /// The whole is due with its last phase; done before that phase began is early.
    private Due due(Timing.Phased phased) {
        int firstYear = phased.phases().stream().mapToInt(Phase::fromYear).min().orElseThrow();
        int lastFrom = phased.phases().stream().mapToInt(Phase::fromYear).max().orElseThrow();
        return due(phased, LocalDate.of(lastFrom, 1, 1), phased.end(), LocalDate.of(firstYear, 1, 1));
    }

    /// The occurrence that a day belongs to: the earliest that is not over, or the first or last one outside of the
    /// recurrence.
    private Due due(Timing.Recurring recurring, LocalDate today) {
        LocalDate within = today;
        if (recurring.start() != null && within.isBefore(recurring.start())) {
            within = recurring.start();
        }
        if (recurring.end() != null && within.isAfter(recurring.end())) {
            within = recurring.end();
        }
        Recurrence every = recurring.every();
        LocalDate first = every.firstDay(within);
        LocalDate dayBefore = first.minusDays(1);
        boolean begunBefore = recurring.start() == null || !dayBefore.isBefore(recurring.start());
        if (begunBefore && !settle(dayBefore).isBefore(within)) {
            first = every.firstDay(dayBefore);
        }
        return due(recurring, first, every.lastDay(first), first);
    }

    /// The occurrence that was extended lasts until its new day; everything else only has another last day.
    private Optional<Due> due(Timing.Extended extended, LocalDate today) {
        if (!(extended.original() instanceof Timing.Recurring recurring)) {
            return due(extended.original(), today).map(due -> due.until(settle(extended.due())));
        }
        Due occurrence = due(recurring, extended.originalDue());
        boolean meant = !today.isBefore(occurrence.from()) && !today.isAfter(settle(extended.due()));
        return Optional.of(meant ? occurrence.until(settle(extended.due())) : due(recurring, today));
    }

    private Timeliness once(Timing timing, Progress progress, LocalDate today) {
        return due(timing, today).map(due -> once(progress, today, due)).orElse(Timeliness.NO_DEADLINE);
    }

    private Timeliness once(Progress progress, LocalDate today, Due due) {
        LocalDate completedOn = progress.completedOn();
        return completedOn == null ? open(progress, today, due) : done(completedOn, due);
    }

    private static Timeliness done(LocalDate completedOn, Due due) {
        if (completedOn.isBefore(due.from())) {
            return Timeliness.DONE_EARLY;
        }
        return completedOn.isAfter(due.on()) ? Timeliness.LATE : Timeliness.ON_TIME;
    }

    private Timeliness open(Progress progress, LocalDate today, Due due) {
        LocalDate at = progress.submittedOn() == null ? today : progress.submittedOn();
        if (at.isAfter(due.on())) {
            return Timeliness.OVERDUE;
        }
        if (progress.submittedOn() != null) {
            return Timeliness.WITHIN_TIME;
        }
        LocalDate since = due.start() == null ? progress.assignedOn() : due.start();
        if (ChronoUnit.DAYS.between(today, due.on()) <= warningDays(since, due.on())) {
            return Timeliness.DUE_SOON;
        }
        return progress.begun() ? Timeliness.WITHIN_TIME : Timeliness.NOT_STARTED;
    }

    private long warningDays(@Nullable LocalDate start, LocalDate due) {
        if (start == null || start.isAfter(due)) {
            return longestWarning;
        }
        long duration = ChronoUnit.DAYS.between(start, due) + 1;
        return Math.clamp((long) (duration * warningShare), shortestWarning, longestWarning);
    }

    /// Of the latest occurrence or phase; what was done for an earlier one does not count for it.
    private Timeliness recurring(Timing timing, Progress progress, LocalDate today) {
        Due due = due(timing, today).orElseThrow();
        LocalDate completedOn = progress.completedOn();
        if (completedOn != null && !forEarlier(timing, completedOn, today, due)) {
            return done(completedOn, due);
        }
        boolean begun = progress.updatedOn() != null && !progress.updatedOn().isBefore(due.from());
        return open(
                new Progress(begun, progress.assignedOn(), progress.updatedOn(), progress.submittedOn(), null),
                today,
                due);
    }

    private boolean forEarlier(Timing timing, LocalDate completedOn, LocalDate today, Due due) {
        if (timing instanceof Timing.Phased phased) {
            return phased.phaseBegan(completedOn, today);
        }
        return due(timing, completedOn).orElseThrow().from().isBefore(due.from());
    }

    /// Kept up while the calendar period before today's was not missed: it, or a later one, has an update or
    /// holds the day of assignment.
    private Timeliness continuous(Timing.Continuous continuous, Progress progress, LocalDate today) {
        if (progress.assignedOn() == null && progress.updatedOn() == null) {
            return Timeliness.NOT_STARTED;
        }
        LocalDate at = today;
        if (progress.completedOn() != null) {
            at = progress.completedOn();
        } else if (continuous.end() != null && at.isAfter(continuous.end())) {
            at = continuous.end();
        }
        Recurrence every = every(continuous);
        LocalDate neededSince = every.firstDay(every.firstDay(at).minusDays(1));
        boolean updated = reaches(progress.updatedOn(), neededSince);
        boolean newlyAssigned = reaches(progress.assignedOn(), neededSince);
        return updated || newlyAssigned ? Timeliness.KEPT_UP : Timeliness.UPDATE_LATE;
    }

    /// How often a recurring task comes back, or a continuous one is to be updated.
    public Optional<Recurrence> recurrence(Timing timing) {
        return switch (timing) {
            case Timing.Recurring recurring -> Optional.of(recurring.every());
            case Timing.Continuous continuous -> Optional.of(every(continuous));
            case Timing.Extended extended -> recurrence(extended.original());
            case Timing.Once ignored -> Optional.empty();
            case Timing.Period ignored -> Optional.empty();
            case Timing.Phased ignored -> Optional.empty();
            case Timing.External ignored -> Optional.empty();
            case Timing.OnRequest ignored -> Optional.empty();
            case Timing.Missing ignored -> Optional.empty();
            case Timing.Unreadable ignored -> Optional.empty();
        };
    }

    private Recurrence every(Timing.Continuous continuous) {
        return continuous.report() == null ? updateEvery : continuous.report();
    }

    private static boolean reaches(@Nullable LocalDate day, LocalDate since) {
        return day != null && !day.isBefore(since);
    }

    /// Without a day to miss: open is not started or at work, done is on time.
    private static Timeliness withoutDay(Progress progress) {
        if (progress.completedOn() != null) {
            return Timeliness.ON_TIME;
        }
        return progress.begun() ? Timeliness.WITHIN_TIME : Timeliness.NOT_STARTED;
    }
}
