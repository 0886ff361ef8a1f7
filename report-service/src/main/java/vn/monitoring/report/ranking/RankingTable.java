package vn.monitoring.report.ranking;

import static vn.monitoring.kit.table.TableColumn.Kind.NUMBER;
import static vn.monitoring.kit.table.TableColumn.Kind.TEXT;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.table.TableColumn;
import vn.monitoring.kit.table.TableWriter;

/// A ranking as a table: a row for each commune with numerator and denominator of each component.
final class RankingTable {

    private RankingTable() {}

    static List<TableColumn> columns() {
        List<TableColumn> columns = new ArrayList<>(List.of(
                TableColumn.of(TEXT, "Loại đơn vị", "Unit type"),
                TableColumn.of(NUMBER, "Hạng", "Rank"),
                TableColumn.of(TEXT, "Mã đơn vị", "Unit code"),
                TableColumn.of(TEXT, "Đơn vị", "Unit").wide(32),
                TableColumn.of(NUMBER, "Điểm", "Score")));
        for (Component component : Component.values()) {
            String vi = component.title().vi();
            String en = component.title().en();
            columns.add(TableColumn.of(NUMBER, vi + " (tử số)", en + " (numerator)"));
            columns.add(TableColumn.of(NUMBER, vi + " (mẫu số)", en + " (denominator)"));
            columns.add(TableColumn.of(NUMBER, vi + " (%)", en + " (%)"));
        }
        columns.add(
                TableColumn.of(TEXT, "Lý do không xếp hạng", "Why not ranked").wide(60));
        return columns;
    }

    static void write(List<Score> scores, RankingPolicy policy, java.util.Locale language, TableWriter table)
            throws IOException {
        for (Score score : scores) {
            RankingResponse.Row row = RankingResponse.Row.from(score, policy);
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(row.unitType());
            cells.add(row.rank());
            cells.add(row.unitCode());
            cells.add(row.unitName());
            cells.add(row.score());
            for (Score.Part part : score.parts()) {
                cells.add(new BigDecimal(part.numerator().numerator())
                        .divide(new BigDecimal(part.numerator().denominator())));
                cells.add(part.denominator());
                cells.add(RankingResponse.shown(part.result()));
            }
            cells.add(
                    row.reasons().isEmpty()
                            ? null
                            : String.join(
                                    " ",
                                    row.reasons().stream()
                                            .map(reason -> reason.message().in(language))
                                            .toList()));
            table.row(cells.toArray());
        }
    }
}
