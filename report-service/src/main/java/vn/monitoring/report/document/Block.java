package vn.monitoring.report.document;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a document's body. Texts are Vietnamese, numbers in cells already written as Vietnamese documents write
/// them.
public sealed interface Block {

    /// @param level 1 for `I. Kết quả …`, 2 below it
    record Heading(int level, String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /// A list, one item a line, each introduced by a dash.
    record Items(List<String> items) implements Block {}

    /// A table whose header row repeats on every page that it reaches.
    ///
    /// @param rows each with one text per column
    record Table(@Nullable String caption, List<Column> columns, List<List<String>> rows) implements Block {

        public Table {
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("a row has one cell per column");
                }
            }
        }
    }

    /// A column of a table.
    ///
    /// @param width its share of the table's width, relative to the other columns
    record Column(String title, int width, Alignment alignment) {}

    /// How a column's cells are set.
    enum Alignment {
        LEFT,
        CENTRE,
        RIGHT
    }

    /// Horizontal bars, one per name, each with its value written beside it.
    ///
    /// @param unit of the values: `chỉ tiêu`, `%`
    record Chart(String caption, String unit, List<Bar> bars) implements Block {}

    /// @param previous the value of the period before, null where there is none to compare with
    record Bar(String name, BigDecimal value, @Nullable BigDecimal previous) {}
}
