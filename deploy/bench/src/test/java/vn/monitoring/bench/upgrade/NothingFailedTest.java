package vn.monitoring.bench.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.bench.faults.check.CheckResult;
import vn.monitoring.bench.faults.work.JournalLine;
import vn.monitoring.bench.faults.work.Outcome;
import vn.monitoring.bench.faults.work.Recording;

/// A failed request is found, also one that was repeated with success.
class NothingFailedTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final NothingFailed.Interval GATEWAY_AWAY =
            new NothingFailed.Interval(NOON.plusSeconds(60), NOON.plusSeconds(62));

    private final Recording recording = new Recording();

    @ParameterizedTest
    @ValueSource(ints = {0, 500, 503, 504})
    void findsWritesAndReadsThatFailed(int status) {
        write(status, NOON);
        recording.take(new JournalLine.Asked("reader1", "/api/v1/grades", status, 12, NOON));

        assertThat(check().violations())
                .containsExactly(
                        "submitMeasurement of reporter1 was answered %d UNAVAILABLE at %s".formatted(status, NOON),
                        "/api/v1/grades was answered %d to reader1 at %s".formatted(status, NOON));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 401, 409, 412, 422})
    void leavesAnswersAlone(int status) {
        write(status, NOON);

        CheckResult result = check();

        assertThat(result.holds()).isTrue();
        assertThat(result.counted()).startsWith("2 requests");
    }

    @Test
    void excusesWhatFailedWhileTheOnlyGatewayWasReplaced() {
        write(0, NOON.plusSeconds(61));
        write(0, NOON.plusSeconds(63));

        CheckResult result = check();

        assertThat(result.violations()).singleElement().asString().contains("12:01:03");
        assertThat(result.counted()).isEqualTo("3 requests, 1 more while the only gateway was replaced");
    }

    private void write(int status, Instant at) {
        String key = "key" + recording.writes().size();
        recording.take(new JournalLine.Meant(key, "reporter1", "submitMeasurement", "marker", 1, ""));
        recording.take(new JournalLine.Sent(key, 1, at));
        recording.take(new JournalLine.Answered(key, 1, at, status, "UNAVAILABLE", null, null));
        recording.take(new JournalLine.Answered(key, 2, at, 201, "", null, null));
        recording.take(new JournalLine.Ended(key, Outcome.ACKNOWLEDGED, List.of(), at));
    }

    private CheckResult check() {
        return NothingFailed.check(recording, GATEWAY_AWAY);
    }
}
