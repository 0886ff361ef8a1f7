package vn.monitoring.bench.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.client.Csv;

class CountryTest {

    private static final Path ROOT = Path.of(System.getProperty("monitoring.root"));

    private final Country whole = Country.of(Country.Size.FULL);

    @Test
    void hasAsManyProvincesAndCommunesAsTheRealOne() {
        assertThat(whole.provinces()).hasSize(34);
        assertThat(whole.communes()).hasSize(3_321);
        assertThat(whole.communes()).extracting(Commune::code).doesNotHaveDuplicates();
        Map<String, Long> counts =
                whole.communes().stream().collect(Collectors.groupingBy(Commune::province, Collectors.counting()));
        assertThat(whole.provinces())
                .allSatisfy(province -> assertThat(counts).containsEntry(province.code(), (long) province.communes()));
        assertThat(whole.communes())
                .filteredOn(commune -> commune.type().equals("COMMUNE_DACKHU"))
                .hasSize(13);
    }

    @Test
    void repeats246NamesEachInAnotherProvince() {
        Map<String, List<Commune>> byName = whole.communes().stream().collect(Collectors.groupingBy(Commune::name));
        List<List<Commune>> repeated =
                byName.values().stream().filter(communes -> communes.size() > 1).toList();
        assertThat(repeated)
                .hasSize(246)
                .allSatisfy(communes ->
                        assertThat(communes).extracting(Commune::province).doesNotHaveDuplicates());
        assertThat(byName.keySet()).noneMatch(String::isBlank);
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Country.of(Country.Size.FULL).unitsCsv()).isEqualTo(whole.unitsCsv());
        Country other = Country.of(new Country.Size(34, 3_321, 25, 58));
        assertThat(other.unitsCsv()).isNotEqualTo(whole.unitsCsv());
    }

    @ParameterizedTest
    @CsvSource({"2, 4", "18, 20", "34, 50", "34, 600"})
    void isAPartOfTheWholeWhenSmaller(int provinces, int communes) {
        Country small = Country.of(new Country.Size(provinces, communes, 25, Country.Size.FULL.seed()));
        assertThat(small.communes()).hasSize(communes).isSubsetOf(whole.communes());
        assertThat(small.communes())
                .extracting(Commune::province)
                .containsAll(small.provinces().stream().map(Province::code).toList());
        assertThat(small.communes()).extracting(Commune::code).contains("10675", "11002", "10750", "07228");
    }

    @ParameterizedTest
    @CsvSource({"1, 20, 25", "35, 3321, 25", "34, 35, 25", "34, 3322, 25", "34, 3321, 0", "34, 3321, 57"})
    void refusesSizesThatCannotBe(int provinces, int communes, int indicators) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Country.Size(provinces, communes, indicators, 57));
    }

    @Test
    void keepsTheSampleUnitsWordForWord() throws IOException {
        List<String> samples = Files.readAllLines(ROOT.resolve("deploy/plans/units.csv"));
        List<String> lines = whole.unitsCsv().lines().toList();
        assertThat(lines).startsWith(samples.toArray(String[]::new));
        assertThat(lines).hasSize(samples.size() + 32 + 3_317);
        assertThat(new HashSet<>(lines)).hasSameSizeAs(lines);
        assertThat(Csv.parse(whole.unitsCsv()))
                .allSatisfy(row -> assertThat(row).hasSize(10));
    }

    @Test
    void namesIndicatorsExactlyAsTheCatalogueDoes() throws IOException {
        String catalogue = Files.readString(ROOT.resolve("indicator-service/src/main/resources/db/migration")
                .resolve("V202611220702__add_canonical_indicators.sql"));
        assertThat(whole.indicators())
                .hasSize(25)
                .allSatisfy(entry -> assertThat(catalogue)
                        .contains("('%s', '%s', '%s', 'HIGHER'".formatted(entry.code(), entry.name(), entry.unit())));
    }
}
