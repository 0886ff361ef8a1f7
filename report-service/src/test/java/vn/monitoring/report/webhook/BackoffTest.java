package vn.monitoring.report.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Instant QUEUED = Instant.parse("2026-11-22T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1,0,PT5S",
        "1,1,PT6S",
        "2,0,PT20S",
        "2,0.5,PT22S",
        "3,0,PT1M20S",
        "4,0,PT5M20S",
        "5,0,PT21M20S",
        "6,0,PT1H25M20S",
        "7,0,PT5H41M20S",
        "8,0,PT8H",
        "8,1,PT9H36M",
        "40,0,PT8H",
    })
    void waitsLongerEachTime(int tries, double chance, Duration delay) {
        assertThat(Backoff.next(QUEUED, tries, QUEUED, chance, Duration.ZERO)).isEqualTo(QUEUED.plus(delay));
    }

    @Test
    void waitsAsLongAsTheReceiverAsksButNoLongerThanThreeDays() {
        assertThat(Backoff.next(QUEUED, 1, QUEUED, 0, Duration.ofMinutes(2))).isEqualTo(QUEUED.plusSeconds(120));
        assertThat(Backoff.next(QUEUED, 1, QUEUED.plus(Duration.ofHours(71)), 0, Duration.ofHours(9)))
                .isEqualTo(QUEUED.plus(Duration.ofDays(3)));
    }

    @Test
    void triesAboutFifteenTimesInThreeDays() {
        List<Instant> attempts = new ArrayList<>(List.of(QUEUED));
        while (attempts.getLast().isBefore(QUEUED.plus(Backoff.PATIENCE))) {
            attempts.add(Backoff.next(QUEUED, attempts.size(), attempts.getLast(), 0, Duration.ZERO));
        }

        assertThat(attempts).hasSizeBetween(14, 18);
        assertThat(attempts.getLast()).isEqualTo(QUEUED.plus(Backoff.PATIENCE));
    }
}
