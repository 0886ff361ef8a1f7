package vn.monitoring.report.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.monitoring.report.consolidation.Merged.MissingSender;
import vn.monitoring.report.fact.Figures;
import vn.monitoring.report.fact.IndicatorFigure;

class MergingTest {

    private final Map<UUID, CanonicalIndicator> canonical = new HashMap<>();

    @Test
    void dividesSumsAndNeverAveragesPercentages() {
        Merged merged = merge(
                List.of(sender("1", share("a", "ON_TRACK", 9, 10)), sender("2", share("b", "BEHIND", 300, 1000))));

        MergedIndicator share = merged.indicators().getFirst();
        assertThat(share.numerator()).isEqualByComparingTo("309");
        assertThat(share.denominator()).isEqualByComparingTo("1010");
        assertThat(share.value()).isEqualByComparingTo("30.59");
        assertThat(share.statuses()).isEqualTo(Map.of("ON_TRACK", 1, "BEHIND", 1));
        assertThat(share.worst()).isEqualTo("BEHIND");
        assertThat(share.provisional()).isFalse();
    }

    @Test
    void addsCounts() {
        Merged merged = merge(List.of(sender("1", count("a", 12)), sender("2", count("b", 30))));

        MergedIndicator count = merged.indicators().getFirst();
        assertThat(count.value()).isEqualByComparingTo("42");
        assertThat(count.numerator()).isNull();
        assertThat(count.reporting()).isEqualTo(2);
    }

    @Test
    void keepsAPercentageWithoutItsPartsOutOfTheSum() {
        Merged merged = merge(List.of(sender("1", share("a", "ON_TRACK", 9, 10)), sender("2", percent("b", 72.1))));

        MergedIndicator share = merged.indicators().getFirst();
        assertThat(share.value()).isEqualByComparingTo("90");
        assertThat(share.reporting()).isEqualTo(1);
        assertThat(share.notAddable()).isEqualTo(1);
        assertThat(share.expected()).isEqualTo(2);
        assertThat(share.provisional()).isTrue();
    }

    @Test
    void countsAFactOfTwoPlansOnceAndTakesTheNewer() {
        IndicatorFigure ofParty = share("party", "BEHIND", 50, 100);
        IndicatorFigure ofGovernment = share("government", "ON_TRACK", 60, 100, "2026-09-14");
        Merged merged = merge(List.of(new SenderFigures(
                "1",
                "Phường Một",
                List.of(new Figures(List.of(ofParty), List.of()), new Figures(List.of(ofGovernment), List.of())))));

        MergedIndicator share = merged.indicators().getFirst();
        assertThat(share.numerator()).isEqualByComparingTo("60");
        assertThat(share.denominator()).isEqualByComparingTo("100");
        assertThat(share.expected()).isEqualTo(1);
    }

    @Test
    void expectsTheUnitsWhoseReportIsMissing() {
        Merged merged = Merging.merge(
                List.of(
                        sender("1", share("a", "ON_TRACK", 9, 10)),
                        sender("2", share("b", "ON_TRACK", 9, 10)),
                        sender("3", share("c", "ON_TRACK", 9, 10)),
                        sender("4", share("d", "ON_TRACK", 9, 10))),
                List.of(new MissingSender("5", "Xã Năm", "OPEN"), new MissingSender("6", "Xã Sáu", "RETURNED")),
                canonical);

        assertThat(merged.reported()).isEqualTo(4);
        assertThat(merged.expected()).isEqualTo(6);
        MergedIndicator share = merged.indicators().getFirst();
        assertThat(share.expected()).isEqualTo(6);
        assertThat(share.provisional()).isTrue();
    }

    @Test
    void isFirmFromEightyPercentOfTheUnits() {
        List<SenderFigures> four = List.of(
                sender("1", share("a", "ON_TRACK", 1, 2)),
                sender("2", share("b", "ON_TRACK", 1, 2)),
                sender("3", share("c", "ON_TRACK", 1, 2)),
                sender("4", share("d", "ON_TRACK", 1, 2)));

        Merged merged = Merging.merge(four, List.of(new MissingSender("5", "Xã Năm", "OPEN")), canonical);

        assertThat(merged.indicators().getFirst().provisional()).isFalse();
    }

    @Test
    void neverDividesByNothing() {
        Merged merged = merge(List.of(sender("1", share("a", "NO_DATA", 0, 0))));

        assertThat(merged.indicators().getFirst().value()).isNull();
        assertThat(merged.indicators().getFirst().worst()).isNull();
    }

    private Merged merge(List<SenderFigures> senders) {
        return Merging.merge(senders, List.of(), canonical);
    }

    private static SenderFigures sender(String code, IndicatorFigure figure) {
        return new SenderFigures(code, "Phường " + code, List.of(new Figures(List.of(figure), List.of())));
    }

    private IndicatorFigure share(String id, String status, int numerator, int denominator) {
        return share(id, status, numerator, denominator, "2026-09-10");
    }

    private IndicatorFigure share(String id, String status, int numerator, int denominator, String asOf) {
        BigDecimal value = denominator == 0 ? null : BigDecimal.valueOf(100.0 * numerator / denominator);
        return figure(id, status, "%", value, BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), asOf);
    }

    private IndicatorFigure percent(String id, double value) {
        return figure(id, "ON_TRACK", "%", BigDecimal.valueOf(value), null, null, "2026-09-10");
    }

    private IndicatorFigure count(String id, int value) {
        return figure(id, "ACHIEVED", "điểm", BigDecimal.valueOf(value), null, null, "2026-09-10");
    }

    private IndicatorFigure figure(
            String id,
            String status,
            String measureUnit,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            String asOf) {
        UUID indicatorId = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        canonical.put(indicatorId, new CanonicalIndicator("CQ.HOSO_TT", "Tỷ lệ hồ sơ trực tuyến"));
        return new IndicatorFigure(
                indicatorId,
                indicatorId,
                "1",
                "13",
                "Hồ sơ trực tuyến",
                null,
                LocalDate.parse(asOf),
                "2026-Q3",
                status,
                false,
                false,
                false,
                value,
                numerator,
                denominator,
                measureUnit,
                null,
                null,
                null,
                null,
                null,
                1,
                null,
                null,
                null,
                "event",
                1);
    }
}
