package vn.monitoring.indicator.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "số khu vực (TDP/thôn) có phủ sóng 5G, khu vực (TDP/thôn) có phủ sóng 5G",
        "Số doanh nghiệp, doanh nghiệp",
        "Doanh nghiệp, doanh nghiệp",
        "DN sử dụng, DN sử dụng",
        "hồ sơ số hóa, hồ sơ số hóa",
        "TTHC trực tuyến, TTHC trực tuyến",
    })
    void namesWhatIsCountedAfterANumber(String counted, String inSentence) {
        assertThat(Numbers.inSentence(counted)).isEqualTo(inSentence);
    }
}
