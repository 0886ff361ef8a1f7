package vn.monitoring.bench.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportBenchTest {

    @Test
    void wantsAllOrThoseNamed() {
        assertThat(new ReportBench.Wish(List.of(), 20, 3, 1_000).wants(new SubscriberBenchmark()))
                .isTrue();
        assertThat(new ReportBench.Wish(List.of("subscribers"), 20, 3, 1_000).wants(new SubscriberBenchmark()))
                .isTrue();
    }

    @Test
    void refusesWhatItDoesNotHave() {
        assertThatThrownBy(() -> new ReportBench.Wish(List.of("gradings"), 20, 3, 1_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("subscribers");
        assertThatThrownBy(() -> new ReportBench.Wish(List.of(), 20, 3, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
