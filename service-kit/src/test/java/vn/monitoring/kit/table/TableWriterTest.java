package vn.monitoring.kit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.kit.text.Text;

class TableWriterTest {

    private static final List<TableColumn> COLUMNS = List.of(
            TableColumn.of(TableColumn.Kind.TEXT, "Tên đơn vị", "Unit"),
            TableColumn.of(TableColumn.Kind.NUMBER, "Giá trị", "Value"),
            TableColumn.of(TableColumn.Kind.DATE, "Ngày chốt", "As of"),
            TableColumn.of(TableColumn.Kind.TIME, "Gửi lúc", "Submitted at"));
    private static final @Nullable Object[] KINH_MON = {
        "Phường Kinh Môn", new BigDecimal("1234.50"), LocalDate.of(2026, 9, 30), Instant.parse("2026-10-05T05:00:00Z")
    };

    @Test
    void writesCsvThatExcelKnowsAsUtf8() {
        String csv = csv(
                Text.VIETNAMESE, new @Nullable Object[][] {KINH_MON, new @Nullable Object[] {null, null, null, null}});

        assertThat(csv)
                .isEqualTo("\uFEFFTên đơn vị,Giá trị,Ngày chốt,Gửi lúc\r\n"
                        + "Phường Kinh Môn,1234.5,2026-09-30,2026-10-05T12:00:00+07:00\r\n"
                        + ",,,\r\n");
    }

    @Test
    void quotesWhatWouldBreakARow() {
        assertThat(csvOfText("a,b")).isEqualTo("\"a,b\"");
        assertThat(csvOfText("Tổ \"một\"")).isEqualTo("\"Tổ \"\"một\"\"\"");
        assertThat(csvOfText("hai\ndòng")).isEqualTo("\"hai\ndòng\"");
        assertThat(csvOfText("a;b")).isEqualTo("\"a;b\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://example.com\")",
                "+84123",
                "-1",
                "- Tăng cường",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "＝1+1"
            })
    void keepsTextsFromBeingFormulas(String text) {
        assertThat(csvOfText(text).replace("\"\"", "\"")).contains("'" + text);
        Cell cell = xlsx(new @Nullable Object[] {text, null, null, null})
                .getSheetAt(0)
                .getRow(1)
                .getCell(0);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue().replace("_x000D_", "\r")).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "≥ 95%", "1+1", "Số 5 = năm", "'trích dẫn'", ""})
    void leavesOtherTextsAlone(String text) {
        assertThat(csvOfText(text)).isEqualTo(text);
    }

    @Test
    void negativeNumbersStayNumbers() {
        assertThat(csv(Text.VIETNAMESE, "x", new BigDecimal("-2.50"), null, null))
                .endsWith("x,-2.5,,\r\n");
    }

    @Test
    void writesSheetsWithTypedCells() {
        XSSFWorkbook workbook = xlsx(KINH_MON, new @Nullable Object[] {"Nguyên", new BigDecimal("-42.00"), null, null});

        Sheet sheet = workbook.getSheetAt(0);
        assertThat(sheet.getSheetName()).isEqualTo("Số liệu");
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
        Row heading = sheet.getRow(0);
        assertThat(List.of(0, 1, 2, 3))
                .extracting(column -> heading.getCell(column).getStringCellValue())
                .containsExactly("Unit", "Value", "As of", "Submitted at");
        Row row = sheet.getRow(1);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Phường Kinh Môn");
        assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(1234.5);
        assertThat(row.getCell(1).getCellStyle().getDataFormatString()).isEqualTo("#,##0.0###");
        assertThat(row.getCell(2).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("yyyy-mm-dd");
        assertThat(row.getCell(3).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 10, 5, 12, 0));
        assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(-42);
        assertThat(sheet.getRow(2).getCell(1).getCellStyle().getDataFormatString())
                .isEqualTo("#,##0");
        assertThat(sheet.getRow(2).getCell(2)).isNull();
    }

    @Test
    void aTableWithoutRowsHasItsHeadings() {
        assertThat(xlsx().getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                .isEqualTo("Unit");
        assertThat(csv(Locale.ENGLISH, new @Nullable Object[0][])).isEqualTo("\uFEFFUnit,Value,As of,Submitted at\r\n");
    }

    @Test
    void beginsANewSheetWhenOneIsFull() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxTable table = new XlsxTable(out, "Số liệu", COLUMNS, Locale.ENGLISH, 3);
        for (int i = 1; i <= 5; i++) {
            table.row("đơn vị " + i, null, null, null);
        }
        table.finish();

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            assertThat(workbook.getSheetName(2)).isEqualTo("Số liệu 3");
            assertThat(workbook.getSheetAt(1).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Unit");
            assertThat(workbook.getSheetAt(1).getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("đơn vị 4");
            assertThat(workbook.getSheetAt(2).getLastRowNum()).isEqualTo(1);
        }
    }

    @Test
    void leavesOutWhatNoFileCanHoldAndCutsWhatIsTooLong() {
        String read = xlsx(new @Nullable Object[] {"a\u0000b\u0007c" + "x".repeat(40_000), null, null, null})
                .getSheetAt(0)
                .getRow(1)
                .getCell(0)
                .getStringCellValue();

        assertThat(read).startsWith("abcx").endsWith("x…").hasSize(32_767);
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void keepsNoRowsThatAreWritten(TableFormat format) throws IOException {
        CountingStream out = new CountingStream();
        TableWriter table = format.open(out, "Số liệu", COLUMNS, Text.VIETNAMESE);
        long before = 0;
        for (int part = 0; part < 8; part++) {
            for (int i = 0; i < 10_000; i++) {
                // Texts that differ, so that packing them does not hide that they leave.
                table.row(Integer.toHexString((part * 10_000 + i) * 31_415_927).repeat(4), null, null, null);
            }
            assertThat(out.count)
                    .as("bytes after %d times 10,000 rows", part + 1)
                    .isGreaterThan(before);
            before = out.count;
        }
        table.finish();
        assertThat(out.count).isGreaterThan(before);
    }

    @Test
    void refusesCellsThatDoNotFitTheirColumns() {
        assertThatIllegalArgumentException().isThrownBy(() -> csv(Text.VIETNAMESE, "một", BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> csv(Text.VIETNAMESE, "một", "1", null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> csv(Text.VIETNAMESE, "một", null, "2026", null));
    }

    private static final class CountingStream extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }

    private static String csvOfText(String text) {
        String csv = csv(Text.VIETNAMESE, text, null, null, null);
        return csv.substring(csv.indexOf("\r\n") + 2, csv.length() - ",,,\r\n".length());
    }

    private static String csv(Locale language, @Nullable Object... row) {
        return csv(language, new @Nullable Object[][] {row});
    }

    private static String csv(Locale language, @Nullable Object[][] rows) {
        return new String(written(TableFormat.CSV, language, rows), StandardCharsets.UTF_8);
    }

    private static XSSFWorkbook xlsx(@Nullable Object[]... rows) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(written(TableFormat.XLSX, Locale.ENGLISH, rows)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(TableFormat format, Locale language, @Nullable Object[]... rows) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TableWriter table = format.open(out, "Số liệu", COLUMNS, language);
            for (@Nullable Object[] row : rows) {
                table.row(row);
            }
            table.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
