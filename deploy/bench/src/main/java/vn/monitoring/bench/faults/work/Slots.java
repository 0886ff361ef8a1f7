package vn.monitoring.bench.faults.work;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/// Months of indicators that have no figure yet, each given once; from the newest month back. Safe for many threads.
final class Slots {

    /// A place for a figure.
    record Slot(UUID indicator, YearMonth month) {}

    private final List<UUID> indicators;
    private YearMonth month;
    private int next;

    Slots(List<UUID> indicators, YearMonth newest) {
        this.indicators = List.copyOf(indicators);
        this.month = newest;
    }

    synchronized Slot take() {
        if (next == indicators.size()) {
            month = month.minusMonths(1);
            next = 0;
        }
        return new Slot(indicators.get(next++), month);
    }

    /// The month of a slot turned out to be used already: goes on with an earlier one.
    synchronized void skip(Slot used) {
        if (month.equals(used.month())) {
            next = indicators.size();
        }
    }
}
