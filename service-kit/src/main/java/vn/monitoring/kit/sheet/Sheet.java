package vn.monitoring.kit.sheet;

import java.util.List;
import java.util.Optional;

/// The cells of one sheet as text, line by line; lines and columns count from 0, places from 1 as the spreadsheet
/// shows them.
///
/// @param spans cells of one column that are merged over several lines; their text stands in the first
public record Sheet(String name, List<List<String>> lines, List<Span> spans) {

    /// Lines of one column, the last included.
    public record Span(int column, int firstLine, int lastLine) {}

    public Sheet {
        lines = lines.stream().map(List::copyOf).toList();
        spans = List.copyOf(spans);
    }

    public Sheet(String name, List<List<String>> lines) {
        this(name, lines, List.of());
    }

    /// The text of the merged cell that reaches down to this one.
    Optional<String> spanning(int line, int column) {
        return spans.stream()
                .filter(span -> span.column() == column && span.firstLine() < line && line <= span.lastLine())
                .map(span -> text(span.firstLine(), column))
                .filter(text -> !text.isBlank())
                .findFirst();
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
