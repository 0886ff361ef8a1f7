package vn.monitoring.indicator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanIdentityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13/KH/TU | 13-KH/TU",
                "08-KH/ĐU | 8 - kh/đu",
                "42/KH-UBND | 42/KH-UBND ngày 29/01/2026",
                "Số 42/KH-UBND | 42-KH-UBND",
            })
    void recognisesANumberInItsSpellings(String one, String other) {
        assertThat(PlanIdentity.numberKey(one)).isPresent().isEqualTo(PlanIdentity.numberKey(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-KH/ĐU", "/KH-UBND", "", "…/KH-UBND", "(không có)"})
    void knowsABlankNumber(String number) {
        assertThat(PlanIdentity.numberKey(number)).isEmpty();
    }
}
