package vn.monitoring.report.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.monitoring.kit.table.Formulas;

/// The tables of a document's annexes and then of its body as a workbook, a sheet each.
final class AnnexWorkbook {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,2}(\\.\\d{3})+|[1-9]\\d*)(,\\d+)?");
    private static final int WIDTH_OF_ALL = 140;
    private static final double LINE = 15;

    private AnnexWorkbook() {}

    static byte[] write(OfficialDocument document) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 15)) {
            Workbook workbook = new Workbook(out, "monitoring", "1.0");
            int sheets = 0;
            for (OfficialDocument.Annex annex : document.annexes()) {
                for (Block block : annex.blocks()) {
                    if (block instanceof Block.Table table) {
                        sheets++;
                        sheet(workbook.newWorksheet("Phụ lục " + sheets), annex.title(), table);
                    }
                }
            }
            int tables = 0;
            for (Block block : document.body()) {
                if (block instanceof Block.Table table) {
                    sheets++;
                    tables++;
                    sheet(workbook.newWorksheet("Bảng " + tables), title(table, document), table);
                }
            }
            if (sheets == 0) {
                workbook.newWorksheet("Báo cáo").inlineString(0, 0, document.subject());
            }
            workbook.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String title(Block.Table table, OfficialDocument document) {
        return table.caption() == null ? document.subject() : table.caption();
    }

    private static void sheet(Worksheet sheet, String title, Block.Table table) {
        sheet.inlineString(0, 0, title);
        sheet.style(0, 0).bold().set();
        sheet.freezePane(0, 3);
        sheet.repeatRows(2);
        sheet.pageOrientation(table.columns().size() >= PageStyle.WIDE ? "landscape" : "portrait");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.width(column, width(table, column));
            sheet.inlineString(2, column, table.columns().get(column).title());
            sheet.style(2, column)
                    .bold()
                    .wrapText(true)
                    .horizontalAlignment("center")
                    .set();
        }
        sheet.rowHeight(
                2,
                height(table, table.columns().stream().map(Block.Column::title).toList()));
        for (int row = 0; row < table.rows().size(); row++) {
            List<String> cells = table.rows().get(row);
            sheet.rowHeight(row + 3, height(table, cells));
            for (int column = 0; column < cells.size(); column++) {
                cell(
                        sheet,
                        row + 3,
                        column,
                        cells.get(column),
                        table.columns().get(column).alignment());
            }
        }
    }

    /// In characters.
    private static double width(Block.Table table, int column) {
        int all = table.columns().stream().mapToInt(Block.Column::width).sum();
        return Math.max(6, WIDTH_OF_ALL * table.columns().get(column).width() / (double) all);
    }

    /// In points, for the lines that the longest cell takes: not every program finds the height of a row by itself.
    private static double height(Block.Table table, List<String> cells) {
        long lines = 1;
        for (int column = 0; column < cells.size(); column++) {
            double letters = width(table, column) * 0.9;
            lines = Math.max(
                    lines,
                    cells.get(column)
                            .lines()
                            .mapToLong(line -> (long) Math.ceil(line.length() / letters))
                            .sum());
        }
        return Math.min(lines * LINE, Worksheet.MAX_ROW_HEIGHT);
    }

    /// A number where the column is one of numbers, so that it can be reckoned with; one that begins with a zero is a
    /// code.
    private static void cell(Worksheet sheet, int row, int column, String text, Block.Alignment alignment) {
        String bare = text.strip();
        if (alignment == Block.Alignment.RIGHT && NUMBER.matcher(bare).matches()) {
            sheet.value(row, column, new BigDecimal(bare.replace(".", "").replace(',', '.')));
            sheet.style(row, column).verticalAlignment("top").set();
            return;
        }
        sheet.inlineString(row, column, Formulas.neutralise(text));
        sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
    }
}
