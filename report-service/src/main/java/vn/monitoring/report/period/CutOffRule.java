package vn.monitoring.report.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.calendar.Period.Frequency;

/// Which days a period covers.
///
/// - `DECREE`: Decree 09/2019/NĐ-CP, article 12: the figures of a period are cut off on the 14th of its last month and
/// the period begins on the 15th of the month before its first one. A regime may move the day (`cutOffDay`).
/// - `CALENDAR`: whole calendar months, as Party regimes use; the cut-off is the last day of the period's last month.
///
/// Consecutive periods of one frequency neither overlap nor leave a gap under either basis.
public record CutOffRule(Basis basis, int cutOffDay) {

    /// What a period's days follow.
    public enum Basis {
        DECREE,
        CALENDAR
    }

    /// The day of the decree.
    public static final int DECREE_DAY = 14;

    /// A day that every month has, with a day after it in the same month.
    public static final int LAST_CONFIGURABLE_DAY = 27;

    public static final CutOffRule DECREE = new CutOffRule(Basis.DECREE, DECREE_DAY);
    public static final CutOffRule CALENDAR = new CutOffRule(Basis.CALENDAR, 31);

    public CutOffRule {
        if (basis == Basis.DECREE && (cutOffDay < 1 || cutOffDay > LAST_CONFIGURABLE_DAY)) {
            throw new IllegalArgumentException("A cut-off day is 1 to " + LAST_CONFIGURABLE_DAY);
        }
    }

    /// The days of a period, first and last included; the last one is the cut-off date.
    public Window windowOf(Period period) {
        return switch (basis) {
            case DECREE ->
                new Window(
                        YearMonth.from(period.firstDay())
                                .minusMonths(1)
                                .atDay(cutOffDay)
                                .plusDays(1),
                        YearMonth.from(period.lastDay()).atDay(cutOffDay));
            case CALENDAR -> new Window(period.firstDay(), period.lastDay());
        };
    }

    /// The periods of a frequency whose cut-off date lies after `after` and not after `until`, oldest first: what
    /// a scheduler that last looked on `after` has to open on the day following `until`.
    public List<Period> cutOffWithin(Frequency frequency, LocalDate after, LocalDate until) {
        List<Period> periods = new ArrayList<>();
        Period period = Period.containing(until, frequency);
        while (windowOf(period).cutOff().isAfter(after)) {
            if (!windowOf(period).cutOff().isAfter(until)) {
                periods.add(period);
            }
            period = period.previous();
        }
        return List.copyOf(periods.reversed());
    }
}
