package vn.monitoring.indicator.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.unit.UnitChange.Decision;

class UnitTimelineTest {

    private static final Instant AT = Instant.parse("2026-06-15T05:00:00Z");

    /// Xã Cũ from 1/7/2025; renamed from 1/1/2026; a phường from 1/7/2026; took over 10678 then; merged from 1/1/2028.
    private static final List<UnitChange> CHANGES = numbered(
            UnitChange.entered(unit("Xã Cũ", "2025-07-01"), "a", AT),
            UnitChange.merged("10675", "10680", decision("2028-01-01")),
            UnitChange.reclassified("10675", UnitType.COMMUNE_PHUONG, null, "Phường Mới", decision("2026-07-01")),
            UnitChange.renamed("10675", "Xã Mới", decision("2026-01-01")),
            UnitChange.tookOver("10675", "10678", decision("2026-07-01")));

    @ParameterizedTest
    @CsvSource(textBlock = """
            2025-06-30, Xã Cũ,      COMMUNE_XA,     false, ,           ,       ''
            2025-07-01, Xã Cũ,      COMMUNE_XA,     true,  ,           ,       ''
            2025-12-31, Xã Cũ,      COMMUNE_XA,     true,  ,           ,       ''
            2026-01-01, Xã Mới,     COMMUNE_XA,     true,  ,           ,       ''
            2026-07-01, Phường Mới, COMMUNE_PHUONG, true,  ,           ,       10678
            2027-12-31, Phường Mới, COMMUNE_PHUONG, true,  ,           ,       10678
            2028-01-01, Phường Mới, COMMUNE_PHUONG, false, 2027-12-31, 10680,  10678
            """)
    void tellsWhatAUnitIsOnADay(
            LocalDate day,
            String name,
            UnitType type,
            boolean exists,
            @Nullable LocalDate validTo,
            @Nullable String successor,
            String predecessors) {
        Unit then = new UnitTimeline(unit("whatever it is today", "2025-07-01"), CHANGES).asOf(day);

        assertThat(then.name()).isEqualTo(name);
        assertThat(then.type()).isEqualTo(type);
        assertThat(then.existsOn(day)).isEqualTo(exists);
        assertThat(then.validTo()).isEqualTo(validTo);
        assertThat(then.successorCode()).isEqualTo(successor);
        assertThat(String.join(",", then.predecessorCodes())).isEqualTo(predecessors);
    }

    @Test
    void doesNotDependOnTheOrderInWhichChangesAreGiven() {
        Unit unit = unit("whatever", "2025-07-01");
        List<UnitChange> shuffled = new ArrayList<>(CHANGES);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            for (String day : List.of("2025-01-01", "2026-03-01", "2026-07-01", "2030-01-01")) {
                assertThat(new UnitTimeline(unit, shuffled).asOf(LocalDate.parse(day)))
                        .isEqualTo(new UnitTimeline(unit, CHANGES).asOf(LocalDate.parse(day)));
            }
        }
    }

    @Test
    void aCorrectionCountsFromItsDayAndTakesNoDecisionBack() {
        Unit entered = unit("Xã Kinh Mon", "2025-07-01");
        Unit corrected = unit("Xã Kinh Môn", "2025-06-01");
        List<UnitChange> changes = numbered(
                UnitChange.entered(entered, "a", AT),
                UnitChange.corrected(entered, corrected, LocalDate.of(2026, 6, 15), "a", AT),
                UnitChange.merged("10675", "10680", decision("2026-03-01")),
                UnitChange.reclassified("10675", UnitType.COMMUNE_PHUONG, null, null, decision("2026-01-01")));
        UnitTimeline timeline = new UnitTimeline(corrected, changes);

        assertThat(timeline.asOf(LocalDate.of(2026, 6, 14)).name()).isEqualTo("Xã Kinh Mon");
        Unit after = timeline.asOf(LocalDate.of(2026, 6, 15));
        assertThat(after.name()).isEqualTo("Xã Kinh Môn");
        assertThat(after.type()).isEqualTo(UnitType.COMMUNE_PHUONG);
        assertThat(after.validFrom()).isEqualTo("2025-06-01");
        assertThat(after.validTo()).isEqualTo("2026-02-28");
        assertThat(after.successorCode()).isEqualTo("10680");
    }

    @Test
    void clearsAndSetsTheKindOfAgency() {
        Unit entered = unit("Phòng", null).named(UnitType.AGENCY, "Phòng", "KT");
        List<UnitChange> changes = numbered(
                UnitChange.entered(entered, "a", AT),
                UnitChange.corrected(
                        entered, entered.named(UnitType.AGENCY, "Phòng", null), LocalDate.of(2026, 2, 1), "a", AT),
                UnitChange.reclassified("10675", null, "VHXH", null, decision("2026-03-01")));
        UnitTimeline timeline = new UnitTimeline(entered, changes);

        assertThat(timeline.asOf(LocalDate.of(2026, 1, 31)).agencyType()).isEqualTo("KT");
        assertThat(timeline.asOf(LocalDate.of(2026, 2, 28)).agencyType()).isNull();
        assertThat(timeline.asOf(LocalDate.of(2026, 3, 1)).agencyType()).isEqualTo("VHXH");
    }

    @Test
    void knowsWhetherADecisionFollows() {
        UnitTimeline timeline = new UnitTimeline(unit("x", null), CHANGES);

        assertThat(timeline.hasDecidedFrom(LocalDate.of(2028, 1, 1))).isTrue();
        assertThat(timeline.hasDecidedFrom(LocalDate.of(2028, 1, 2))).isFalse();
    }

    private static List<UnitChange> numbered(UnitChange... changes) {
        List<UnitChange> numbered = new ArrayList<>();
        for (UnitChange change : changes) {
            numbered.add(new UnitChange(
                    numbered.size() + 1,
                    change.unitCode(),
                    change.kind(),
                    change.effectiveOn(),
                    change.decisionDocument(),
                    change.name(),
                    change.type(),
                    change.agencyType(),
                    change.validFrom(),
                    change.validTo(),
                    change.successorCode(),
                    change.predecessorCode(),
                    change.recordedBy(),
                    change.recordedAt()));
        }
        return numbered;
    }

    private static Decision decision(String day) {
        return new Decision(LocalDate.parse(day), "Nghị quyết 1", "a", AT);
    }

    private static Unit unit(String name, @Nullable String from) {
        return new Unit(
                "10675",
                "31",
                "31.10675",
                UnitType.COMMUNE_XA,
                name,
                null,
                null,
                List.of(),
                null,
                from == null ? null : LocalDate.parse(from),
                null,
                null,
                List.of(),
                1);
    }
}
