package vn.monitoring.kit.sheet;

import java.util.List;

/// The cells of one sheet as text, line by line; lines and columns count from 0, places from 1 as the spreadsheet
/// shows them.
public record Sheet(String name, List<List<String>> lines) {

    public Sheet {
        lines = lines.stream().map(List::copyOf).toList();
    }

    /// The text of a cell; empty outside of what is filled.
    public String text(int line, int column) {
        if (line >= lines.size() || column >= lines.get(line).size()) {
            return "";
        }
        return lines.get(line).get(column);
    }

    public boolean isBlank(int line) {
        return line >= lines.size() || lines.get(line).stream().allMatch(String::isBlank);
    }

    /// The widest line.
    public int width() {
        return lines.stream().mapToInt(List::size).max().orElse(0);
    }

    /// Where a cell stands, as a person finds it: `Chỉ tiêu!D24`.
    public String place(int line, int column) {
        return name + "!" + columnName(column) + (line + 1);
    }

    private static String columnName(int column) {
        var name = new StringBuilder();
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            name.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return name.toString();
    }
}
