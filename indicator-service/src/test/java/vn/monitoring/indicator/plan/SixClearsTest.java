package vn.monitoring.indicator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.plan.SixClears.Part;
import vn.monitoring.indicator.target.Comparator;
import vn.monitoring.indicator.target.Confidence;
import vn.monitoring.indicator.target.Direction;
import vn.monitoring.indicator.target.Target;
import vn.monitoring.indicator.target.TargetFlag;
import vn.monitoring.indicator.target.TargetKind;
import vn.monitoring.kit.sheet.Outcome;

class SixClearsTest {

    /// What an indicator has, and what of the six is then missing.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HCC | Chủ tịch |            | Báo cáo | % | DVC | NUMBER      | 2026 |                | ''
                | Chủ tịch |            | Báo cáo | % | DVC | NUMBER      | 2026 |                | LEAD_AGENCY
            HCC |          |            | Báo cáo | % | DVC | NUMBER      | 2026 |                | DIRECTOR
            HCC |          | Trưởng ban | Báo cáo | % | DVC | NUMBER      | 2026 |                | ''
            HCC | Chủ tịch |            |         | % | DVC | NUMBER      | 2026 |                | OUTPUT
            HCC | Chủ tịch |            | Báo cáo |   | DVC | NUMBER      | 2026 |                | MEASURE_UNIT
            HCC | Chủ tịch |            | Báo cáo |   | DVC | QUALITATIVE | 2026 |                | ''
            HCC | Chủ tịch |            | Báo cáo | % |     | NUMBER      | 2026 |                | CANONICAL
            HCC | Chủ tịch |            | Báo cáo | % | DVC | NUMBER      |      | YEAR_MISSING   | DEADLINE
            HCC | Chủ tịch |            | Báo cáo | % | DVC | NUMBER      | 2026 | YEAR_FROM_PLAN | DEADLINE
            HCC | Chủ tịch |            | Báo cáo | % | DVC | NONE        | 2026 |                | DEADLINE
            HCC | Chủ tịch |            | Báo cáo | % | DVC | ZERO_NOT_SET| 2026 |                | DEADLINE
            HCC | Chủ tịch |            | Báo cáo | % | DVC |             |      |                | DEADLINE
                |          |            |         |   |     |             |      |                | LEAD_AGENCY DIRECTOR DEADLINE OUTPUT CANONICAL
            """)
    void namesWhatIsMissing(
            @Nullable String lead,
            @Nullable String director,
            @Nullable String chair,
            @Nullable String output,
            @Nullable String measureUnit,
            @Nullable String canonical,
            @Nullable TargetKind kind,
            @Nullable Integer year,
            @Nullable TargetFlag flag,
            String missing) {
        Indicator indicator = new Indicator(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "10675",
                new IndicatorRow(
                        "key",
                        1,
                        "1",
                        "Tỷ lệ",
                        null,
                        measureUnit,
                        lead,
                        lead == null ? List.of() : List.of("10675." + lead),
                        "10675",
                        director,
                        chair,
                        output,
                        canonical,
                        null,
                        Direction.HIGHER,
                        "Chỉ tiêu!A7",
                        Outcome.ACCEPTED,
                        "[]"));
        if (kind != null) {
            indicator.setTargets(
                    List.of(new PlacedTarget(target(kind, year, flag), "Chỉ tiêu!D7")), LocalDate.of(2026, 1, 1), null);
        }

        assertThat(SixClears.missing(indicator, LocalDate.of(2026, 6, 1))).isEqualTo(parts(missing));
    }

    @Test
    void describesEachPartInBothLanguages() {
        assertThat(Part.values()).hasSize(6).allSatisfy(part -> {
            assertThat(part.label().vi()).isNotBlank();
            assertThat(part.label().en()).isNotBlank();
        });
    }

    private static Target target(TargetKind kind, @Nullable Integer year, @Nullable TargetFlag flag) {
        return new Target(
                "70",
                kind,
                Comparator.GE,
                new BigDecimal("70"),
                null,
                null,
                false,
                null,
                year,
                year == null ? null : LocalDate.of(year, 12, 31),
                flag == null ? Set.of() : Set.of(flag),
                Confidence.HIGH,
                false);
    }

    private static Set<Part> parts(String names) {
        return names.isEmpty()
                ? EnumSet.noneOf(Part.class)
                : Arrays.stream(names.split(" ", -1)).map(Part::valueOf).collect(Collectors.toSet());
    }
}
