package vn.monitoring.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void isTheMiddleOrTheWorseOfTheTwo() {
        assertThat(Median.of(List.of(3.0, 1.0, 2.0))).isEqualTo(2.0);
        assertThat(Median.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(3.0);
        assertThat(Median.worst(List.of(3.0, 1.0, 2.0))).isEqualTo(3.0);
    }

    @Test
    void needsSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> Median.of(List.of()));
    }
}
