package vn.monitoring.task.progress;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The windows of a plan over time: the one it began with, and those set later, each from a month on.
public final class WindowSeries {

    private final UpdateWindow first;
    private final NavigableMap<YearMonth, UpdateWindow> later;

    WindowSeries(UpdateWindow first, Map<YearMonth, UpdateWindow> later) {
        this.first = first;
        this.later = new TreeMap<>(later);
    }

    public UpdateWindow of(YearMonth month) {
        Map.Entry<YearMonth, UpdateWindow> entry = later.floorEntry(month);
        return entry == null ? first : entry.getValue();
    }

    /// The month whose window closed on the evening before the day. Where a change of windows lets two close on one
    /// evening, the later month.
    public Optional<YearMonth> closedBefore(LocalDate day) {
        YearMonth month = YearMonth.from(day.minusDays(1));
        for (YearMonth candidate = month;
                !candidate.isBefore(month.minusMonths(1));
                candidate = candidate.minusMonths(1)) {
            if (of(candidate).closes(candidate).equals(day.minusDays(1))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /// The month to whose window the day belongs: that of a window still open, else the calendar's.
    public YearMonth monthOf(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        YearMonth before = month.minusMonths(1);
        return of(before).holds(before, day) && !of(month).holds(month, day) ? before : month;
    }
}
