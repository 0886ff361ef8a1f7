package vn.monitoring.bench.indicators;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;
import vn.monitoring.bench.country.ReportingPeriod;
import vn.monitoring.client.ClientFailure;

/// Months for which there is no figure yet: every figure entered for one is new. They go back from the last month that
/// is over; a figure cannot be deleted, so that each run takes older ones.
public final class FreshMonths {

    private static final YearMonth OLDEST = YearMonth.of(2001, 1);

    private final Set<String> used;
    private YearMonth next;

    /// @param used keys of the periods that have figures
    public FreshMonths(YearMonth now, Set<String> used) {
        this.used = new HashSet<>(used);
        this.next = now.minusMonths(1);
    }

    /// @throws ClientFailure when every month since 2001 has figures
    public ReportingPeriod take() {
        while (used.contains(next.toString())) {
            next = next.minusMonths(1);
        }
        if (next.isBefore(OLDEST)) {
            throw new ClientFailure("Every month since 2001 has figures: empty the data with ./platform reset.");
        }
        used.add(next.toString());
        return ReportingPeriod.month(next);
    }
}
