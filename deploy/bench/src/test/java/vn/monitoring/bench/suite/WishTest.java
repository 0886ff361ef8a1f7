package vn.monitoring.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.bench.gateway.GatewaySuite;
import vn.monitoring.bench.indicators.IndicatorSuite;
import vn.monitoring.bench.reports.ReportSuite;
import vn.monitoring.bench.tasks.TaskSuite;

class WishTest {

    private static final List<Suite<?>> SUITES =
            List.of(new IndicatorSuite(), new TaskSuite(), new ReportSuite(), new GatewaySuite());

    @Test
    void wantsAllOrThoseNamed() {
        Suite<?> tasks = new TaskSuite();
        Wish all = wish(List.of());
        Wish one = wish(List.of("worklist"));

        assertThat(tasks.benchmarks()).allMatch(all::wants);
        assertThat(tasks.benchmarks())
                .filteredOn(one::wants)
                .extracting(Benchmark::name)
                .containsExactly("worklist");
    }

    @Test
    void warmsUpHalfAsLongAsItMeasures() {
        assertThat(wish(List.of()).warmUp()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void refusesWhatASuiteDoesNotHave() {
        for (Suite<?> suite : SUITES) {
            assertThatThrownBy(() -> Measuring.requireKnown(suite, wish(List.of("gradings"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(suite.benchmarks().getFirst().name());
            assertThatCode(() -> Measuring.requireKnown(suite, suite.usual())).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 20, 3, 1", "16, 1, 3, 1", "16, 20, 0, 1", "16, 20, 3, 0"})
    void refusesWhatCannotBeMeasured(int connections, int seconds, int rounds, int subscribers) {
        assertThatThrownBy(() -> new Wish(List.of(), connections, seconds, rounds, subscribers))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Wish wish(List<String> only) {
        return new Wish(only, 16, 20, 3, 1);
    }
}
