package vn.monitoring.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenciesTest {

    @ParameterizedTest
    @CsvSource({"50, 500", "99, 990", "99.9, 999", "100, 1000"})
    void tellsPercentilesInMilliseconds(double percent, double expected) {
        Latencies latencies = new Latencies();
        for (int milliseconds = 1; milliseconds <= 1_000; milliseconds++) {
            latencies.record(TimeUnit.MILLISECONDS.toNanos(milliseconds));
        }
        assertThat(latencies.percentile(percent)).isCloseTo(expected, within(expected / 1_000));
        assertThat(latencies.count()).isEqualTo(1_000);
    }

    @Test
    void tellsNothingOfNothing() {
        assertThat(new Latencies().percentile(99)).isZero();
    }

    @Test
    void addsUp() {
        Latencies all = new Latencies();
        Latencies slow = new Latencies();
        all.record(TimeUnit.MILLISECONDS.toNanos(1));
        slow.record(TimeUnit.SECONDS.toNanos(1));
        all.add(slow);
        assertThat(all.count()).isEqualTo(2);
        assertThat(all.max()).isCloseTo(1_000, within(1.0));
    }
}
