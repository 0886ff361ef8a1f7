package vn.monitoring.bench.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HearingTest {

    @Test
    void countsWhatWasLostAndWhatCameTwice() {
        Hearing hearing = new Hearing(3);
        hearing.measureFrom(1_000);
        for (int subscriber = 0; subscriber < 3; subscriber++) {
            hearing.take(subscriber, 7, 1_100, () -> 1_050);
        }
        assertThat(hearing.isComplete(1)).isTrue();
        assertThat(hearing.isComplete(2)).isFalse();
        hearing.take(0, 9, 1_200, () -> 1_150);
        hearing.take(0, 9, 1_250, () -> 0);
        hearing.take(2, 9, 1_300, () -> 0);

        assertThat(hearing.isComplete(2)).isFalse();
        Hearing.Outcome outcome = hearing.outcome();
        assertThat(outcome.entries()).isEqualTo(2);
        assertThat(outcome.lost()).isEqualTo(1);
        assertThat(outcome.repeated()).isEqualTo(1);
        assertThat(outcome.latencies().count()).isEqualTo(5);
        assertThat(outcome.latencies().max()).isBetween(149.0, 151.0);
    }

    @Test
    void recordsNothingOfTheWarmUp() {
        Hearing hearing = new Hearing(1);
        hearing.take(0, 1, 500, () -> 400);
        hearing.measureFrom(1_000);
        hearing.take(0, 2, 1_100, () -> 999);
        hearing.take(0, 3, 1_100, () -> 1_000);

        assertThat(hearing.outcome().latencies().count()).isEqualTo(1);
        assertThat(hearing.outcome().entries()).isEqualTo(3);
    }
}
