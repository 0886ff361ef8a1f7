package vn.monitoring.bench.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.monitoring.client.Csv;
import vn.monitoring.client.Json;

class PlanFileTest {

    private final Country country = Country.of(new Country.Size(2, 4, 25, 57));
    private final PlanFile plan = PlanFile.of(country.communes().getFirst(), country);

    @Test
    void hasARowForEachIndicatorWithTargetsThatRise() {
        List<List<String>> rows = Csv.parse(plan.table());
        assertThat(rows.getFirst()).containsExactly("Stt", "Chỉ tiêu", "Đơn vị tính", "Năm 2026", "Đến hết năm 2030");
        assertThat(rows.subList(1, rows.size()))
                .hasSize(25)
                .extracting(row -> row.get(1))
                .containsExactlyElementsOf(
                        country.indicators().stream().map(CatalogueEntry::name).toList());
        assertThat(rows.subList(1, rows.size()))
                .allSatisfy(row -> assertThat(percent(row.get(3))).isLessThan(percent(row.get(4))));
    }

    @Test
    void isTheSameEachTimeAndAnotherForAnotherUnit() {
        assertThat(PlanFile.of(country.communes().getFirst(), country).table()).isEqualTo(plan.table());
        assertThat(PlanFile.of(country.communes().getLast(), country).table()).isNotEqualTo(plan.table());
    }

    @Test
    void namesItsUnitAndIssuer() {
        assertThat(Json.tree(plan.head()).path("unitCode").asText()).isEqualTo("10675");
        assertThat(Json.tree(plan.head()).path("issuer").asText()).isEqualTo("UBND phường");
    }

    private static int percent(String cell) {
        assertThat(cell).matches("≥ \\d{2}%");
        return Integer.parseInt(cell.replaceAll("\\D", ""));
    }
}
