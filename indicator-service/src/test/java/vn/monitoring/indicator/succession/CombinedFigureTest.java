package vn.monitoring.indicator.succession;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.succession.Predecessor.LastFigure;

class CombinedFigureTest {

    /// Figures of two predecessors as numerator/denominator or value.
    @ParameterizedTest
    @CsvSource(textBlock = """
            RATIO_OF_SUMS, 9/10, 300/1000, 30.5941
            RATIO_OF_SUMS, 0/10, 0/10,     0
            RATIO_OF_SUMS, 1/0,  1/0,
            RATIO_OF_SUMS, 9/10, 80,
            SUM,           9,    3,        12
            SUM,           9,    3/,       12
            """)
    void addsNumeratorsAndDenominatorsNeverPercents(
            String rollUp, String one, String other, @Nullable BigDecimal value) {
        CombinedFigure combined = CombinedFigure.of(List.of(
                        predecessor("10675", figure("A", rollUp, one, "2025-Q4")),
                        predecessor("10678", figure("A", rollUp, other, "2025-Q4"))))
                .getFirst();

        if (value == null) {
            assertThat(combined.value()).isNull();
        } else {
            assertThat(combined.value()).isEqualByComparingTo(value);
        }
        assertThat(combined.missingCodes()).isEmpty();
    }

    @Test
    void tellsWhichPeriodsAndWhoIsMissing() {
        List<CombinedFigure> combined = CombinedFigure.of(List.of(
                predecessor("10675", figure("B", "SUM", "1", "2025-Q4"), figure("A", "SUM", "1", "2025-Q4")),
                predecessor("10678", figure("A", "SUM", "1", "2025-Q3")),
                predecessor("10679")));

        assertThat(combined).extracting(CombinedFigure::canonicalCode).containsExactly("A", "B");
        assertThat(combined.getFirst().periods()).containsExactly("2025-Q3", "2025-Q4");
        assertThat(combined.getFirst().missingCodes()).containsExactly("10679");
        assertThat(combined.getLast().missingCodes()).containsExactly("10678", "10679");
        assertThat(combined.getFirst().baselineSource()).contains("10675", "10678", "2025-Q3");
    }

    @Test
    void keepsTheSourceWithinWhatABaselineTakes() {
        String source = CombinedFigure.sourceOf(
                "x".repeat(300),
                "10675",
                "2025",
                LocalDate.of(2025, 12, 31),
                "y".repeat(300),
                LocalDate.of(2026, 1, 1));

        assertThat(source).hasSize(500).endsWith("…");
    }

    private static Predecessor predecessor(String code, LastFigure... figures) {
        return new Predecessor(
                code, "Xã " + code, "COMMUNE_XA", null, null, null, new ArrayList<>(Arrays.asList(figures)));
    }

    private static LastFigure figure(String canonical, String rollUp, String numbers, String period) {
        String[] parts = numbers.split("/", -1);
        boolean fraction = parts.length == 2;
        return new LastFigure(
                canonical,
                "Chỉ tiêu " + canonical,
                "%",
                rollUp,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Chỉ tiêu",
                UUID.randomUUID(),
                period,
                LocalDate.of(2025, 12, 31),
                fraction ? new BigDecimal(parts[0]) : null,
                fraction && !parts[1].isEmpty() ? new BigDecimal(parts[1]) : null,
                fraction ? null : new BigDecimal(parts[0]),
                Instant.EPOCH,
                "");
    }
}
