package vn.monitoring.bench.faults.work;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import vn.monitoring.bench.load.NationalAccounts;
import vn.monitoring.client.Write;

/// Sends a figure of every indicator in one batch; month after month, and then the same months again with other
/// figures.
final class BatchReporter extends Actor {

    private static final int WHOLE = 100_000;
    private static final int MONTHS = 12;

    private final List<UUID> indicators;
    private final YearMonth newest;
    private int sent;

    BatchReporter(int number, Tools tools, List<UUID> indicators, YearMonth newest) {
        super("batches" + number, Duration.ofSeconds(4), tools);
        this.indicators = indicators;
        this.newest = newest;
    }

    @Override
    void work() {
        YearMonth month = newest.minusMonths(sent % MONTHS);
        sent++;
        String marker = nextMarker();
        StringBuilder csv = new StringBuilder("indicator_id,period,numerator,denominator,as_of,note\n");
        for (int row = 0; row < indicators.size(); row++) {
            csv.append("%s,%s,%d,%d,%s,%s/%d\n"
                    .formatted(
                            indicators.get(row),
                            month,
                            random.nextInt(WHOLE),
                            WHOLE,
                            month.atEndOfMonth(),
                            marker,
                            row));
        }
        bringBatch(
                "submitMeasurements",
                marker,
                indicators.size(),
                NationalAccounts.LOADER,
                Write.csv("/api/v1/measurements:batch?results=failed", csv.toString()));
    }
}
