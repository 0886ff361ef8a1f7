package vn.monitoring.task.timeliness;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.monitoring.task.timing.Recurrence;
import vn.monitoring.task.timing.Timing;

/// Judges a task against its deadline on a day.
///
/// Near means: the days left are at most 10 % of the duration, yet never fewer than 7 days and never more than
/// 15; 15 when the duration is unknown. The deadline itself is the last day in time.
///
/// @param longestWarning the most days before a deadline that count as near
/// @param shortestWarning the fewest
/// @param warningShare the share of the duration between them
/// @param updateEvery how often a continuous task is updated when its plan asks for no report
public record TimelinessRule(int longestWarning, int shortestWarning, double warningShare, Recurrence updateEvery) {
    private static final ZoneId CALENDAR = ZoneId.of("Asia/Ho_Chi_Minh");

    /// The policy of domain.md, with the monthly update of the Thạch Khôi plan.
    public static final TimelinessRule STANDARD = new TimelinessRule(15, 7, 0.10, Recurrence.MONTHLY);

    public Timeliness judge(Timing timing, Progress progress, Instant now) {
        return judge(timing, progress, LocalDate.ofInstant(now, CALENDAR));
    }

    public Timeliness judge(Timing timing, Progress progress, LocalDate today) {
        return switch (timing) {
            case Timing.Once once -> once(progress, today, once.duePeriodStart(), once.due(), once.start());
            case Timing.Period period -> once(progress, today, period.start(), period.end(), period.start());
            case Timing.Phased phased -> phased(phased, progress, today);
            case Timing.External external -> external(external, progress, today);
            case Timing.Recurring recurring -> recurring(recurring, progress, today);
            case Timing.Continuous continuous -> continuous(continuous, progress, today);
            case Timing.OnRequest ignored -> withoutDay(progress);
            case Timing.Missing ignored -> Timeliness.NO_DEADLINE;
            case Timing.Unreadable ignored -> Timeliness.NO_DEADLINE;
        };
    }

    private Timeliness once(
            Progress progress, LocalDate today, LocalDate duePeriodStart, LocalDate due, @Nullable LocalDate start) {
        LocalDate completedOn = progress.completedOn();
        if (completedOn != null) {
            return done(completedOn, duePeriodStart, due);
        }
        return open(progress, today, due, start);
    }

    private static Timeliness done(LocalDate completedOn, LocalDate duePeriodStart, LocalDate due) {
        if (completedOn.isBefore(duePeriodStart)) {
            return Timeliness.DONE_EARLY;
        }
        return completedOn.isAfter(due) ? Timeliness.LATE : Timeliness.ON_TIME;
    }

    private Timeliness open(Progress progress, LocalDate today, LocalDate due, @Nullable LocalDate start) {
        LocalDate at = progress.submittedOn() == null ? today : progress.submittedOn();
        if (at.isAfter(due)) {
            return Timeliness.OVERDUE;
        }
        if (progress.submittedOn() != null) {
            return Timeliness.WITHIN_TIME;
        }
        if (ChronoUnit.DAYS.between(today, due) <= warningDays(start == null ? progress.assignedOn() : start, due)) {
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

    /// The whole is due with its last phase; done before that phase began is early.
    private Timeliness phased(Timing.Phased phased, Progress progress, LocalDate today) {
        int firstYear = phased.phases().getFirst().fromYear();
        int lastFrom = phased.phases().stream()
                .mapToInt(phase -> phase.fromYear())
                .max()
                .orElse(firstYear);
        return once(progress, today, LocalDate.of(lastFrom, 1, 1), phased.end(), LocalDate.of(firstYear, 1, 1));
    }

    private Timeliness external(Timing.External external, Progress progress, LocalDate today) {
        LocalDate due = external.due();
        if (due == null) {
            return Timeliness.NO_DEADLINE;
        }
        return once(progress, today, Recurrence.YEARLY.firstDay(due), due, null);
    }

    /// The occurrence of today's calendar period, or the last one when the recurrence has ended; what was done
    /// for an earlier one does not count for it.
    private Timeliness recurring(Timing.Recurring recurring, Progress progress, LocalDate today) {
        LocalDate within = today;
        if (recurring.start() != null && within.isBefore(recurring.start())) {
            within = recurring.start();
        }
        if (recurring.end() != null && within.isAfter(recurring.end())) {
            within = recurring.end();
        }
        LocalDate first = recurring.every().firstDay(within);
        LocalDate last = recurring.every().lastDay(within);
        LocalDate completedOn = progress.completedOn();
        boolean earlierOccurrence = completedOn != null && completedOn.isBefore(first) && !today.isBefore(first);
        if (completedOn != null && !earlierOccurrence) {
            return done(completedOn, first, last);
        }
        boolean begun = progress.updatedOn() != null && !progress.updatedOn().isBefore(first);
        Progress ofOccurrence =
                new Progress(begun, progress.assignedOn(), progress.updatedOn(), progress.submittedOn(), null);
        return open(ofOccurrence, today, last, first);
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
        Recurrence every = continuous.report() == null ? updateEvery : continuous.report();
        LocalDate neededSince = every.firstDay(every.firstDay(at).minusDays(1));
        boolean updated = reaches(progress.updatedOn(), neededSince);
        boolean newlyAssigned = reaches(progress.assignedOn(), neededSince);
        return updated || newlyAssigned ? Timeliness.KEPT_UP : Timeliness.UPDATE_LATE;
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
