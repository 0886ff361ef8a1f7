package vn.monitoring.report.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.monitoring.report.content.Vietnamese;
import vn.monitoring.report.document.Block;
import vn.monitoring.report.document.Block.Alignment;
import vn.monitoring.report.document.Block.Column;

/// A ranking as the body of an official document: a table for each type of commune, then those that have no rank.
public final class RankingBlocks {

    private RankingBlocks() {}

    public static List<Block> of(RankingResponse ranking) {
        List<Block> blocks = new ArrayList<>();
        RankingResponse.Summary summary = ranking.summary();
        blocks.add(new Block.Paragraph(
                "Kết quả xếp hạng %s, số liệu chốt đến ngày %s, theo chính sách xếp hạng phiên bản %d."
                        .formatted(
                                Vietnamese.period(summary.period()),
                                Vietnamese.day(summary.asOf()),
                                summary.policyVersion())));
        if (summary.difference() != null) {
            blocks.add(new Block.Paragraph("Bảng này thay bảng đã công bố. Điểm khác: " + summary.difference()));
        }
        Map<String, List<RankingResponse.Row>> byType = new LinkedHashMap<>();
        ranking.rows()
                .forEach(row -> byType.computeIfAbsent(row.unitType(), type -> new ArrayList<>())
                        .add(row));
        byType.forEach((type, rows) -> addType(blocks, type, rows));
        return blocks;
    }

    private static void addType(List<Block> blocks, String type, List<RankingResponse.Row> rows) {
        blocks.add(new Block.Heading(1, "Khối " + typeName(type)));
        List<RankingResponse.Row> ranked =
                rows.stream().filter(row -> row.rank() != null).toList();
        if (!ranked.isEmpty()) {
            blocks.add(new Block.Table(
                    null, columns(), ranked.stream().map(RankingBlocks::cells).toList()));
        }
        List<String> unranked = rows.stream()
                .filter(row -> row.rank() == null)
                .map(row -> row.unitName() + ": "
                        + String.join(
                                " ",
                                row.reasons().stream()
                                        .map(reason -> reason.message().vi())
                                        .toList()))
                .toList();
        if (!unranked.isEmpty()) {
            blocks.add(new Block.Heading(2, "Chưa xếp hạng"));
            blocks.add(new Block.Items(unranked));
        }
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("Hạng", 6, Alignment.CENTRE));
        columns.add(new Column("Đơn vị", 24, Alignment.LEFT));
        columns.add(new Column("Điểm", 9, Alignment.RIGHT));
        for (Component component : Component.values()) {
            columns.add(new Column(component.title().vi() + " (%)", 12, Alignment.RIGHT));
        }
        return columns;
    }

    private static List<String> cells(RankingResponse.Row row) {
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(row.rank()));
        cells.add(row.unitName());
        cells.add(row.score() == null ? "–" : Vietnamese.number(row.score()));
        for (Component component : Component.values()) {
            var result = row.results().get(component);
            cells.add(result == null ? "–" : Vietnamese.number(result));
        }
        return cells;
    }

    static String typeName(String type) {
        return switch (type) {
            case "COMMUNE_XA" -> "xã";
            case "COMMUNE_PHUONG" -> "phường";
            case "COMMUNE_DACKHU" -> "đặc khu";
            default -> type;
        };
    }
}
