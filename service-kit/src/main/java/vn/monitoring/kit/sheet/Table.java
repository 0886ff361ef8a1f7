package vn.monitoring.kit.sheet;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// A table as read: the lines above it, its columns, its rows in order, what was found about the sheet as a whole,
/// and what became of every line below the header that is not empty.
public record Table(
        String sheetName,
        List<TableCell> titleLines,
        List<Header> headers,
        List<TableRow> rows,
        List<Finding> findings,
        Map<Integer, LineUse> uses) {

    /// What a line of the sheet was read as.
    public enum LineUse {
        HEADER,
        GROUP,
        ROW,
        CONTINUATION,
        FOREIGN,
        NOTE
    }

    /// A column found in the sheet; a column that nobody asked for has the key `""`.
    ///
    /// @param yearOrZero the last year that it covers
    public record Header(String key, int yearOrZero, int column, String place, String text) {

        public OptionalInt year() {
            return yearOrZero == 0 ? OptionalInt.empty() : OptionalInt.of(yearOrZero);
        }

        /// Whether the column says "before" a year: it ends with the year before the one it names.
        public boolean before() {
            return yearOrZero != 0 && Column.isBefore(text);
        }
    }

    public Table {
        titleLines = List.copyOf(titleLines);
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
        uses = Map.copyOf(uses);
    }

    public boolean has(String key) {
        return headers.stream().anyMatch(header -> header.key().equals(key));
    }
}
