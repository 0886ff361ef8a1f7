package vn.monitoring.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CurveTest {

    private static Curve of(DoubleUnaryOperator value) {
        Curve curve = new Curve();
        for (int second = 0; second <= 100; second++) {
            curve.add(second, value.applyAsDouble(second));
        }
        return curve;
    }

    @Test
    void takesARiseAtTheStartForFlat() {
        Curve curve = of(second -> second < 20 ? 100 + second : 120);
        assertThat(curve.growth()).isEqualTo(1);
        assertThat(curve.most()).isEqualTo(120);
    }

    @Test
    void seesASlowLeak() {
        assertThat(of(second -> 100 + second / 10).growth()).isCloseTo(1.05, within(0.01));
    }

    @Test
    void isFlatWithoutPoints() {
        assertThat(new Curve().growth()).isEqualTo(1);
        assertThat(new Curve().most()).isZero();
    }
}
