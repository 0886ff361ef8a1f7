package vn.monitoring.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowancesTest {

    private static final Limit LIMIT = new Limit("person", 10, 2);

    private long nanos = 1;

    private final TimeMeter clock = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    private final Allowances allowances = new Allowances(1_000, Duration.ofMinutes(10), clock);

    private Allowance takeTimes(int times, String caller) {
        Allowance last = allowances.take(LIMIT, caller);
        for (int i = 1; i < times; i++) {
            last = allowances.take(LIMIT, caller);
        }
        return last;
    }

    @Test
    void countsDownAndTells() {
        assertThat(takeTimes(1, "a").headers())
                .isEqualTo(Map.of("RateLimit-Policy", "\"person\";q=10;w=5", "RateLimit", "\"person\";r=9;t=1"));
        assertThat(takeTimes(9, "a").headers())
                .isEqualTo(Map.of("RateLimit-Policy", "\"person\";q=10;w=5", "RateLimit", "\"person\";r=0;t=5"));
    }

    @Test
    void refusesWhatIsTooMuchAndSaysWhenToComeBack() {
        Allowance eleventh = takeTimes(11, "a");

        assertThat(eleventh.granted()).isFalse();
        assertThat(eleventh.headers())
                .isEqualTo(Map.of(
                        "RateLimit-Policy", "\"person\";q=10;w=5",
                        "RateLimit", "\"person\";r=0;t=5",
                        "Retry-After", "1"));
    }

    @ParameterizedTest
    @CsvSource({"0, false, 0", "400, false, 0", "500, true, 0", "1000, true, 1", "5000, true, 9", "60000, true, 9"})
    void givesBackByTheClock(long millis, boolean granted, long remaining) {
        takeTimes(10, "a");

        nanos += Duration.ofMillis(millis).toNanos();

        Allowance next = allowances.take(LIMIT, "a");
        assertThat(next.granted()).isEqualTo(granted);
        assertThat(next.remaining()).isEqualTo(remaining);
    }

    @Test
    void countsEachCallerAndEachLimitForItself() {
        takeTimes(11, "a");

        assertThat(takeTimes(1, "b").granted()).isTrue();
        assertThat(allowances.take(new Limit("system", 10, 2), "a").granted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 0", "1, 2", "-1, -1"})
    void refusesALimitThatLetsNobodyThrough(long burst, long perSecond) {
        assertThatThrownBy(() -> new Limit("person", burst, perSecond))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("person");
    }
}
