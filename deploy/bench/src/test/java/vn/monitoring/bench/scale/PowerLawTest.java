package vn.monitoring.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerLawTest {

    @ParameterizedTest
    @CsvSource({"100, 200, 400, 1.0", "100, 100, 100, 0.0", "100, 50, 25, -1.0", "1, 4, 16, 2.0"})
    void findsTheExponentOfExactGrowth(double one, double two, double four, double exponent) {
        PowerLaw law = PowerLaw.through(Map.of(1, one, 2, two, 4, four));

        assertThat(law.exponent()).isCloseTo(exponent, within(1e-9));
        assertThat(law.factor()).isCloseTo(one, within(1e-9));
        assertThat(law.fit()).isCloseTo(1, within(1e-9));
    }

    @Test
    void saysHowBadlyPointsFit() {
        assertThat(PowerLaw.through(Map.of(1, 100.0, 2, 400.0, 4, 100.0)).fit()).isLessThan(0.1);
    }

    @Test
    void refusesASinglePoint() {
        assertThatThrownBy(() -> PowerLaw.through(Map.of(1, 100.0))).isInstanceOf(IllegalArgumentException.class);
    }
}
