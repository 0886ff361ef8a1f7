package vn.monitoring.kit.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a table row by row; what is written leaves at once and is not kept. Made by
/// [TableFormat#open].
///
/// A text that a spreadsheet program would take for a formula is written so that it stays a text, see
/// [Formulas].
public abstract class TableWriter {

    private final List<TableColumn> columns;

    TableWriter(List<TableColumn> columns) {
        this.columns = List.copyOf(columns);
    }

    /// Adds a row: a cell for each column, null where it is empty. TEXT takes anything by its
    /// `toString`, NUMBER a `BigDecimal`, `Integer` or `Long`, DATE a `LocalDate`, TIME an `Instant`.
    ///
    /// @throws IllegalArgumentException when a cell is missing or not of its column's kind
    public final void row(@Nullable Object... cells) throws IOException {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        beginRow();
        for (int i = 0; i < cells.length; i++) {
            write(i, cells[i]);
        }
        endRow();
    }

    /// Writes what is left and completes the file, which is not valid without. Does not close the
    /// stream.
    public abstract void finish() throws IOException;

    abstract void beginRow() throws IOException;

    abstract void text(int column, String text) throws IOException;

    abstract void number(int column, BigDecimal number) throws IOException;

    abstract void date(int column, LocalDate date) throws IOException;

    abstract void time(int column, Instant time) throws IOException;

    abstract void empty(int column) throws IOException;

    abstract void endRow() throws IOException;

    final List<TableColumn> columns() {
        return columns;
    }

    private void write(int index, @Nullable Object cell) throws IOException {
        if (cell == null) {
            empty(index);
            return;
        }
        switch (columns.get(index).kind()) {
            case TEXT -> text(index, Formulas.neutralise(printable(cell.toString())));
            case NUMBER -> number(index, decimal(cell));
            case DATE -> date(index, expect(LocalDate.class, cell));
            case TIME -> time(index, expect(Instant.class, cell));
        }
    }

    private static BigDecimal decimal(Object cell) {
        return switch (cell) {
            case BigDecimal number -> number;
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            default -> throw new IllegalArgumentException("not a number: " + cell.getClass());
        };
    }

    private static <T> T expect(Class<T> type, Object cell) {
        if (!type.isInstance(cell)) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + cell.getClass());
        }
        return type.cast(cell);
    }

    /// Without the control characters that neither format can hold.
    private static String printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnprintable(text.charAt(i))) {
                StringBuilder kept = new StringBuilder(text.length());
                text.chars().filter(c -> !isUnprintable(c)).forEach(c -> kept.append((char) c));
                return kept.toString();
            }
        }
        return text;
    }

    private static boolean isUnprintable(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == '\uFFFE' || c == '\uFFFF';
    }
}
