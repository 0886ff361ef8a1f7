package vn.monitoring.kit.sheet;

import java.util.Arrays;
import java.util.List;

/// Sheets written as text: a line per line, cells between `|`, `⏎` for a line break inside a cell.
final class Tables {

    static final List<Column> INDICATORS = List.of(
            Column.number("number", "Stt", "TT"),
            Column.title("title", "Chỉ tiêu", "Chỉ tiêu cụ thể"),
            Column.text("unit", "Đơn vị tính", "ĐVT"),
            Column.text("lead", "Chủ trì", "Cơ quan chủ trì"),
            Column.perYear("target", "Mục tiêu"));

    static final List<Column> TASKS = List.of(
            Column.number("number", "Stt", "TT"),
            Column.title("title", "Tên nhiệm vụ", "Nhiệm vụ"),
            Column.position("director", "Chủ trì chỉ đạo", "Người chỉ đạo"),
            Column.text("lead", "Đơn vị chủ trì", "Cơ quan chủ trì", "Chủ trì"),
            Column.text("timing", "Thời gian"));

    private Tables() {}

    static Sheet sheet(String name, String lines) {
        return new Sheet(
                name,
                lines.lines()
                        .map(line -> Arrays.stream(line.split("\\|", -1))
                                .map(cell -> cell.strip().replace("⏎", "\n"))
                                .toList())
                        .toList());
    }

    static Table indicators(String lines) {
        return new TableReader(INDICATORS).read(sheet("Chỉ tiêu", lines));
    }

    static Table tasks(String lines) {
        return new TableReader(TASKS).read(sheet("Nhiệm vụ", lines));
    }

    /// `CODE@place` of each finding.
    static List<String> codes(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + "@" + finding.place().replaceAll("^.*!", ""))
                .toList();
    }
}
