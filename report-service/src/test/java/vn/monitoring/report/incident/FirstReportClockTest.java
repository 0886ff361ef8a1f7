package vn.monitoring.report.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstReportClockTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # detected            , reported            , now                 , overdue, remaining
        2026-11-20T08:00:00Z, -                   , 2026-11-20T08:00:00Z, false  , 86400
        2026-11-20T08:00:00Z, -                   , 2026-11-21T07:59:59Z, false  , 1
        2026-11-20T08:00:00Z, -                   , 2026-11-21T08:00:00Z, false  , 0
        2026-11-20T08:00:00Z, -                   , 2026-11-21T08:00:01Z, true   , -1
        2026-11-20T08:00:00Z, 2026-11-21T08:00:00Z, 2026-12-01T00:00:00Z, false  , -
        2026-11-20T08:00:00Z, 2026-11-21T08:00:01Z, 2026-12-01T00:00:00Z, true   , -
        2024-02-28T20:00:00Z, -                   , 2024-02-29T20:00:00Z, false  , 0
        2026-12-31T17:00:00Z, -                   , 2027-01-01T18:00:00Z, true   , -3600""")
    void runsFromTheDetection(
            Instant detected, @Nullable Instant reported, Instant now, boolean overdue, @Nullable Long remaining) {
        FirstReportClock clock = new FirstReportClock(detected, reported);

        assertThat(clock.isOverdue(now)).isEqualTo(overdue);
        assertThat(clock.remainingSeconds(now)).isEqualTo(remaining);
    }
}
