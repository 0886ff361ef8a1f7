package vn.monitoring.kit.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import vn.monitoring.kit.calendar.VietnamCalendar;

/// CSV after RFC 4180 in UTF-8, with the byte order mark by which Excel knows it. Numbers have a
/// decimal point, dates and times are ISO 8601.
final class CsvTable extends TableWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(VietnamCalendar.ZONE);
    private static final String SPECIAL = ",;\"\r\n\t";

    private final Writer out;

    CsvTable(OutputStream out, List<TableColumn> columns, Locale language) throws IOException {
        super(columns);
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 14);
        this.out.write('\uFEFF');
        for (int i = 0; i < columns.size(); i++) {
            text(i, columns.get(i).heading().in(language));
        }
        endRow();
    }

    @Override
    void beginRow() {}

    @Override
    void text(int column, String text) throws IOException {
        separate(column);
        if (text.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0)) {
            out.write(text);
            return;
        }
        out.write('"');
        out.write(text.replace("\"", "\"\""));
        out.write('"');
    }

    @Override
    void number(int column, BigDecimal number) throws IOException {
        separate(column);
        out.write(plain(number));
    }

    @Override
    void date(int column, LocalDate date) throws IOException {
        separate(column);
        out.write(date.toString());
    }

    @Override
    void time(int column, Instant time) throws IOException {
        separate(column);
        out.write(TIME.format(time));
    }

    @Override
    void empty(int column) throws IOException {
        separate(column);
    }

    @Override
    void endRow() throws IOException {
        out.write("\r\n");
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    private void separate(int column) throws IOException {
        if (column > 0) {
            out.write(',');
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
