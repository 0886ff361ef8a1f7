package vn.monitoring.bench.measure;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// Times in a histogram of three significant digits, told in milliseconds. For one thread.
public final class Latencies {

    private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);
    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(LONGEST, DIGITS);

    public void record(long nanos) {
        histogram.recordValue(Math.clamp(nanos, 0, LONGEST));
    }

    public void add(Latencies other) {
        histogram.add(other.histogram);
    }

    public long count() {
        return histogram.getTotalCount();
    }

    /// The time that so many percent of all took at most, in milliseconds; 0 when there are none.
    public double percentile(double percent) {
        return count() == 0 ? 0 : milliseconds(histogram.getValueAtPercentile(percent));
    }

    public double max() {
        return milliseconds(histogram.getMaxValue());
    }

    private static double milliseconds(long nanos) {
        return Math.round(nanos / 1_000.0) / 1_000.0;
    }
}
