package vn.monitoring.kit.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// Reads .xlsx content; a number becomes the text that the office sees (`1,5`, `100%`, `30/09/2025`).
final class XlsxReader {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    /// Parts of a number format that are not about the number: literals, colours, conditions.
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

    private static final int MOST_PLACES = 100;

    private final Workbook.Limits limits;

    XlsxReader(Workbook.Limits limits) {
        this.limits = limits;
    }

    List<Sheet> read(byte[] content) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true))) {
            var sheets = new ArrayList<Sheet>();
            for (var sheet : workbook.getSheets().toList()) {
                sheets.add(new Sheet(sheet.getName(), lines(sheet)));
            }
            var spans = MergedCells.read(content);
            return sheets.stream()
                    .map(sheet -> new Sheet(sheet.name(), sheet.lines(), spans.getOrDefault(sheet.name(), List.of())))
                    .toList();
        } catch (IOException | UncheckedIOException | XMLStreamException | ExcelReaderException e) {
            throw Workbook.notAWorkbook(e);
        }
    }

    private List<List<String>> lines(org.dhatim.fastexcel.reader.Sheet sheet) throws IOException {
        var lines = new ArrayList<List<String>>();
        try (var rows = sheet.openStream()) {
            rows.forEach(row -> {
                if (row.getRowNum() > limits.rows() || row.getCellCount() > limits.columns()) {
                    throw Workbook.tooLarge("%d × %d".formatted(limits.rows(), limits.columns()));
                }
                while (lines.size() < row.getRowNum() - 1) {
                    lines.add(List.of());
                }
                lines.add(texts(row));
            });
        }
        return lines;
    }

    private List<String> texts(Row row) {
        var texts = new ArrayList<String>();
        for (var column = 0; column < row.getCellCount(); column++) {
            var text = text(row.getCell(column));
            if (text.length() > limits.cellLength()) {
                throw Workbook.tooLarge("%d".formatted(limits.cellLength()));
            }
            texts.add(text);
        }
        return texts;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> cell.asString();
            case NUMBER -> number(cell);
            case BOOLEAN -> cell.asBoolean() ? "có" : "không";
            case FORMULA, ERROR -> cell.getRawValue() == null ? "" : cell.getRawValue();
        };
    }

    private static String number(Cell cell) {
        var format = cell.getDataFormatString() == null
                ? ""
                : LITERALS.matcher(cell.getDataFormatString()).replaceAll("").toLowerCase(Locale.ROOT);
        if (format.contains("%")) {
            return plain(cell.asNumber().movePointRight(2)) + "%";
        }
        if (format.indexOf('y') >= 0 || format.contains("d") && format.contains("m")) {
            return DATE.format(cell.asDate());
        }
        return plain(cell.asNumber());
    }

    /// A number of absurd size stays as it is written: written out it would fill the memory.
    private static String plain(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_PLACES) {
            return number.toString();
        }
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
