package vn.monitoring.indicator.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a civil servant reads.
class ExplanationTest {

    @Test
    void tellsTheFigureThePathAndWhatIsMissing() {
        Explanation why = Case.indicator()
                .counting("hồ sơ trực tuyến")
                .baseline("62", "2024-12-31")
                .number(">=", "70", "2025-12-31")
                .number(">=", "85", "2030-12-31")
                .figure("721/1000", "2026-12-31")
                .on("2026-12-31")
                .explanation();

        assertThat(why.vi())
                .isEqualTo("72,1% (721/1.000) ngày 31/12/2026; lộ trình đến ngày 31/12/2026 là 73,00% (từ 70% ngày"
                        + " 31/12/2025 đến 85% ngày 31/12/2030), còn kém 0,9 điểm phần trăm: chậm nhẹ."
                        + " Để đạt mục tiêu còn thiếu 129 hồ sơ trực tuyến.");
        assertThat(why.en())
                .isEqualTo("72.1% (721/1,000) on 31/12/2026; the path asks for 73.00% by 31/12/2026 (from 70% on"
                        + " 31/12/2025 to 85% on 31/12/2030), short by 0.9 percentage points: slightly behind."
                        + " Still missing to meet the target: 129 hồ sơ trực tuyến.");
    }

    @Test
    void namesTheUnitOfCounts() {
        Explanation why = Case.indicator()
                .unit("Doanh nghiệp")
                .number(">=", "2", "2026-12-31")
                .figure("1x", "2026-12-31")
                .on("2026-12-31")
                .explanation();

        assertThat(why.vi()).contains("1 doanh nghiệp ngày 31/12/2026", "còn thiếu 1 doanh nghiệp.");
    }

    @ParameterizedTest
    @CsvSource({
        "0, '0', '0,00', '0.00'",
        "1000, '1.000', '1.000,00', '1,000.00'",
        "1234567.5, '1.234.567,5', '1.234.567,50', '1,234,567.50'",
        "72.105, '72,11', '72,11', '72.11'",
        "-0.904, '-0,9', '-0,90', '-0.90'",
        "100, '100', '100,00', '100.00'",
    })
    void writesNumbersAsEachLanguageDoes(BigDecimal number, String plain, String fixed, String english) {
        assertThat(Numbers.VI.plain(number)).isEqualTo(plain);
        assertThat(Numbers.VI.fixed(number)).isEqualTo(fixed);
        assertThat(Numbers.EN.fixed(number)).isEqualTo(english);
    }
}
