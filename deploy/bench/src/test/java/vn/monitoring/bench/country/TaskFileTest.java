package vn.monitoring.bench.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.monitoring.client.Csv;

class TaskFileTest {

    private final TaskFile sheet = TaskFile.of("40001", 200, 57);

    @Test
    void hasRowsWithEveryPartOfATask() {
        List<List<String>> rows = Csv.parse(sheet.table());
        assertThat(rows.getFirst())
                .containsExactly(
                        "Stt",
                        "Tên nhiệm vụ",
                        "Người chỉ đạo",
                        "Chủ trì",
                        "Đơn vị phối hợp",
                        "Sản phẩm",
                        "Thời gian thực hiện");
        List<List<String>> tasks = rows.subList(1, rows.size());
        assertThat(tasks)
                .hasSize(200)
                .allSatisfy(row -> assertThat(row)
                        .hasSize(7)
                        .allSatisfy(cell -> assertThat(cell).isNotBlank()));
        Set<String> titles = new HashSet<>();
        tasks.forEach(row -> titles.add(row.get(1)));
        assertThat(titles).as("no row repeats another").hasSize(200);
        assertThat(tasks)
                .extracting(row -> row.get(6))
                .allMatch(deadline -> deadline.matches(
                        "Tháng \\d{1,2}/202[67]|Quý (I|II|III|IV)/202[67]|Năm 202[67]|Hằng năm|Thường xuyên"))
                .contains("Hằng năm", "Thường xuyên", "Năm 2026");
    }

    @Test
    void isTheSameEachTimeAndAnotherForAnotherUnit() {
        assertThat(TaskFile.of("40001", 200, 57).table()).isEqualTo(sheet.table());
        assertThat(TaskFile.of("40002", 200, 57).table()).isNotEqualTo(sheet.table());
    }

    @Test
    void changesTheDeliverableOfEveryRowWithItsEdition() {
        List<List<String>> before = Csv.parse(sheet.table());
        List<List<String>> after = Csv.parse(sheet.edition(2).table());
        for (int row = 1; row < before.size(); row++) {
            assertThat(after.get(row).get(5)).isNotEqualTo(before.get(row).get(5));
            for (int cell : List.of(0, 1, 2, 3, 4, 6)) {
                assertThat(after.get(row).get(cell)).isEqualTo(before.get(row).get(cell));
            }
        }
    }

    @Test
    void refusesAnEmptySheet() {
        assertThatThrownBy(() -> TaskFile.of("40001", 0, 57)).isInstanceOf(IllegalArgumentException.class);
    }
}
