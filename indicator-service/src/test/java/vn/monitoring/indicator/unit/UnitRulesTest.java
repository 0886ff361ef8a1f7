package vn.monitoring.indicator.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.problem.Problem;

class UnitRulesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            COMMUNE_XA,     COMMUNE_PHUONG, ,     true
            COMMUNE_PHUONG, COMMUNE_DACKHU, ,     true
            COMMUNE_XA,     PROVINCE,       ,     false
            COMMUNE_XA,     ,               KT,   false
            COMMUNE_XA,     COMMUNE_PHUONG, KT,   false
            COMMUNE_XA,     ,               ,     false
            PROVINCE,       COMMUNE_XA,     ,     false
            PROVINCE,       PROVINCE,       ,     false
            AGENCY,         ,               KT,   true
            AGENCY,         AGENCY,         KT,   true
            AGENCY,         SUB_UNIT,       KT,   false
            AGENCY,         SUB_UNIT,       ,     false
            SUB_UNIT,       ,               THON, true
            """)
    void knowsWhatAUnitCanBecome(
            UnitType from, @Nullable UnitType to, @Nullable AgencyType agencyType, boolean possible) {
        if (possible) {
            assertThatCode(() -> UnitRules.requireReclassifiable(from, to, agencyType))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> UnitRules.requireReclassifiable(from, to, agencyType))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.type()).isEqualTo(UnitProblem.RECLASSIFICATION_IMPOSSIBLE));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            H31,                                  true
            000.00.19.H29,                        true
            G22.99-1,                             false
            H31.,                                 false
            .H31,                                 false
            H31..1,                               false
            h31,                                  false
            Đ31,                                  false
            AAAAAAAAAA.AAAAAAAAAA.AAAAAAAAAA.12,  true
            AAAAAAAAAA.AAAAAAAAAA.AAAAAAAAAA.123, false
            """)
    void judgesAgencyIdentifiers(String identifier, boolean right) {
        UnitLine.Read read = UnitLine.read(new UnitCsv.Line(
                2,
                Map.of(
                        "code",
                        "10675.VHXH",
                        "parent_code",
                        "10675",
                        "type",
                        "AGENCY",
                        "name",
                        "Phòng",
                        "agency_identifier",
                        identifier)));

        assertThat(read.unit() != null).isEqualTo(right);
        if (!right) {
            assertThat(read.problem()).isNotNull().extracting(RowProblem::field).isEqualTo("agency_identifier");
        }
    }

    @Test
    void keepsEachAliasOnceAndAFormerNameAmongThem() {
        assertThat(UnitAliases.clean(List.of(" VH-XH ", "vh-xh", "", "Phòng  VHXH")))
                .containsExactly("VH-XH", "Phòng VHXH");
        assertThat(UnitAliases.with(List.of("VH-XH"), "Phòng cũ")).containsExactly("VH-XH", "Phòng cũ");
        assertThat(UnitAliases.problemOf(List.of("x".repeat(301)))).isNotNull();
        assertThat(UnitAliases.problemOf(List.of("một\u001fhai"))).isNotNull();
        assertThat(UnitAliases.problemOf(java.util.Collections.nCopies(51, "x")))
                .isNotNull();
    }
}
