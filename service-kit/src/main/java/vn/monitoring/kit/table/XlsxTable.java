package vn.monitoring.kit.table;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.VietnamCalendar;

/// An .xlsx workbook whose rows leave in groups. Texts are written into their cells: a table of shared
/// strings would grow with the rows. When a sheet is full the next one begins, with the headings again.
final class XlsxTable extends TableWriter {

    private static final int ROWS_KEPT = 200;
    private static final int LONGEST_TEXT = 32_767;
    private static final String INTEGER = "#,##0";
    private static final String DECIMAL = "#,##0.0###";
    private static final String DATE = "yyyy-mm-dd";
    private static final String TIME = "yyyy-mm-dd hh:mm:ss";

    private final Workbook workbook;
    private final String title;
    private final Locale language;
    private final int rowsOfSheet;
    private @Nullable Worksheet sheet;
    private int sheets;
    private int row;

    XlsxTable(OutputStream out, String title, List<TableColumn> columns, Locale language) {
        this(out, title, columns, language, Worksheet.MAX_ROWS);
    }

    /// @param rowsOfSheet how many rows a sheet holds, its headings included
    XlsxTable(OutputStream out, String title, List<TableColumn> columns, Locale language, int rowsOfSheet) {
        super(columns);
        this.workbook = new Workbook(out, "monitoring", "1.0");
        this.title = title;
        this.language = language;
        this.rowsOfSheet = rowsOfSheet;
    }

    @Override
    void beginRow() throws IOException {
        if (row >= rowsOfSheet && sheet != null) {
            sheet.finish();
            sheet = null;
        }
        if (sheet == null) {
            sheet = newSheet();
        }
    }

    private Worksheet newSheet() {
        sheets++;
        Worksheet next = workbook.newWorksheet(sheets == 1 ? title : title + " " + sheets);
        next.freezePane(0, 1);
        for (int i = 0; i < columns().size(); i++) {
            next.width(i, columns().get(i).width());
            next.inlineString(0, i, columns().get(i).heading().in(language));
            next.style(0, i).bold().wrapText(true).set();
        }
        row = 1;
        return next;
    }

    @Override
    void text(int column, String text) {
        current().inlineString(row, column, text.length() <= LONGEST_TEXT ? text : cut(text));
    }

    @Override
    void number(int column, BigDecimal number) {
        current().value(row, column, number);
        format(column, number.signum() == 0 || number.stripTrailingZeros().scale() <= 0 ? INTEGER : DECIMAL);
    }

    @Override
    void date(int column, LocalDate date) {
        current().value(row, column, date);
        format(column, DATE);
    }

    @Override
    void time(int column, Instant time) {
        current().value(row, column, LocalDateTime.ofInstant(time, VietnamCalendar.ZONE));
        format(column, TIME);
    }

    @Override
    void empty(int column) {}

    @Override
    void endRow() throws IOException {
        row++;
        if (row % ROWS_KEPT == 0) {
            current().flush();
        }
    }

    @Override
    public void finish() throws IOException {
        beginRow();
        workbook.finish();
    }

    private void format(int column, String format) {
        current().style(row, column).format(format).set();
    }

    private Worksheet current() {
        if (sheet == null) {
            throw new IllegalStateException("no row was begun");
        }
        return sheet;
    }

    /// What a cell can hold, with a mark that there was more.
    private static String cut(String text) {
        int end = LONGEST_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
