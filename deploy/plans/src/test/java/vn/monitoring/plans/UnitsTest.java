package vn.monitoring.plans;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.text.Vietnamese;

class UnitsTest {

    private static final Path FOLDER =
            Path.of(requireNonNull(System.getProperty("monitoring.root")), "deploy", "plans");
    private static final Set<String> AGENCY_TYPES = Set.of(
            "VHXH", "KT", "HCC", "VP", "VPDU", "BXDD", "UBKT", "CA", "MTTQ", "TYT", "TRUONG", "THON", "UBND", "BCD",
            "TTVH", "TTDVSNC", "HDND");
    /// Many at once, an office outside of the commune, or a position: no agency of the commune.
    private static final Pattern NO_AGENCY = Pattern.compile(
            "(?iu)(?:thủ trưởng |trưởng )?(?:các|cá) (?:cơ quan|đơn vị|phòng|đoàn thể).*|đơn vị.*|ban|ngành|doanh nghiệp.*"
                    + "|đoàn thanh niên|hội phụ nữ");

    private final List<Map<String, String>> units = Facts.read(FOLDER.resolve("units.csv"));
    private final Facts facts = new Facts(FOLDER.resolve("facts"));

    UnitsTest() throws IOException {}

    @Test
    void standsParentsBeforeChildrenWithCodesThatSayWhereTheyBelong() {
        var seen = new ArrayList<String>();
        for (var unit : units) {
            var code = value(unit, "code");
            var parent = value(unit, "parent_code");
            assertThat(seen).doesNotContain(code);
            switch (value(unit, "type")) {
                case "PROVINCE" -> assertThat(code).matches("\\d{2}");
                case "COMMUNE_XA", "COMMUNE_PHUONG" -> {
                    assertThat(code).matches("\\d{5}");
                    assertThat(seen).contains(parent);
                }
                case "AGENCY" -> {
                    assertThat(code).isEqualTo(parent + "." + value(unit, "agency_type"));
                    assertThat(AGENCY_TYPES).contains(value(unit, "agency_type"));
                    assertThat(value(unit, "block")).isIn("DANG", "CHINH_QUYEN", "HDND", "MTTQ");
                    assertThat(seen).contains(parent);
                }
                default -> throw new AssertionError(unit);
            }
            seen.add(code);
        }
        assertThat(seen).contains("31", "24", "10675", "11002", "10750", "07228", "10675.VHXH", "10675.HCC");
    }

    @Test
    void givesNoSpellingToTwoAgenciesOfOneCommune() {
        for (var unit : units) {
            for (var name : names(unit)) {
                assertThat(units.stream()
                                .filter(other -> value(other, "parent_code").equals(value(unit, "parent_code")))
                                .filter(other -> names(other).contains(name)))
                        .as(name)
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"KINH_MON,10675", "DA_MAI,07228", "THACH_KHOI,11002", "PHU_THAI,10750"})
    void resolvesEveryAgencyThatAPlanNames(SamplePlan plan, String commune) throws IOException {
        var named = new ArrayList<String>();
        for (var file : List.of("indicators.csv", "tasks.csv")) {
            for (var row : facts.read(plan, file)) {
                named.add(value(row, "lead"));
                named.add(row.getOrDefault("coordinators", ""));
                named.add(row.getOrDefault("chair", ""));
            }
        }
        for (var cell : Set.copyOf(named)) {
            for (var part : cell.split(";")) {
                assertThat(isKnown(commune, part.strip()))
                        .as(plan + ": " + part)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10675 | Phòng Văn hóa Xã hội                              | 10675.VHXH
            10675 | Trưởng phòng Văn hóa Xã hội                       | 10675.VHXH
            07228 | Phòng Văn hoá - Xã hội phường                     | 07228.VHXH
            11002 | VH-XH                                             | 11002.VHXH
            10750 | Phòng Văn hóa – Xã hội                            | 10750.VHXH
            10675 | phòng Kinh tế hạ tầng và Đô thị                   | 10675.KT
            11002 | Phòng Kinh tế, Hạ tầng và Đô thị                  | 11002.KT
            11002 | Trung tâm Phục vụ hành chính công phường          | 11002.HCC
            11002 | Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam phường   | 11002.MTTQ
            10750 | Các trường MN, TH, THCS                           | 10750.TRUONG
            07228 | Ban chỉ đạo phường                                | 07228.BCD
            07228 | UBND phường                                       | 07228.UBND
            """)
    void resolvesTheSpellingsOfThePlans(String commune, String spelling, String code) {
        assertThat(find(commune, spelling)).contains(code);
    }

    private boolean isKnown(String commune, String name) {
        if (name.isEmpty()
                || find(commune, name).isPresent()
                || NO_AGENCY.matcher(name).matches()) {
            return true;
        }
        return name.contains(",")
                && List.of(name.split(",")).stream()
                        .map(String::strip)
                        .allMatch(part -> find(commune, part).isPresent()
                                || NO_AGENCY.matcher(part).matches());
    }

    private Optional<String> find(String commune, String name) {
        return units.stream()
                .filter(unit -> value(unit, "parent_code").equals(commune))
                .filter(unit -> names(unit).contains(Vietnamese.fold(name)))
                .map(unit -> value(unit, "code"))
                .findFirst();
    }

    private static List<String> names(Map<String, String> unit) {
        var names = new ArrayList<String>();
        names.add(Vietnamese.fold(value(unit, "name")));
        for (var alias : value(unit, "aliases").split("\\|")) {
            names.add(Vietnamese.fold(alias));
        }
        return names.stream().filter(name -> !name.isEmpty()).distinct().toList();
    }

    private static String value(Map<String, String> row, String column) {
        return requireNonNull(row.get(column), column);
    }
}
