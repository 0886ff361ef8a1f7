package vn.monitoring.report.document;

import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import vn.monitoring.report.document.Block.Alignment;
import vn.monitoring.report.document.Block.Column;

/// Writes a table of a Word document: ruled, its head on every page, no row broken.
final class DocxTable {

    private static final double SIZE = 12;

    private DocxTable() {}

    /// @param widthMm between the margins of the page that it stands on
    static void add(XWPFDocument word, Block.Table table, DocxText text, double widthMm) {
        XWPFTable grid =
                word.createTable(table.rows().size() + 1, table.columns().size());
        DocxText.padding(grid, 0.8, 1.2);
        XWPFTableRow head = grid.getRow(0);
        head.setRepeatHeader(true);
        fill(
                head,
                table.columns().stream().map(Column::title).toList(),
                table.columns().stream().map(_ -> Alignment.CENTRE).toList(),
                text,
                true);
        List<Alignment> alignments =
                table.columns().stream().map(Column::alignment).toList();
        for (int row = 0; row < table.rows().size(); row++) {
            fill(grid.getRow(row + 1), table.rows().get(row), alignments, text, false);
        }
        DocxText.widths(
                grid, widthMm, table.columns().stream().mapToInt(Column::width).toArray());
    }

    private static void fill(
            XWPFTableRow row, List<String> texts, List<Alignment> alignments, DocxText text, boolean head) {
        row.setCantSplitRow(true);
        for (int column = 0; column < texts.size(); column++) {
            XWPFParagraph paragraph = text.next(row.getCell(column));
            paragraph.setAlignment(
                    switch (alignments.get(column)) {
                        case LEFT -> ParagraphAlignment.LEFT;
                        case CENTRE -> ParagraphAlignment.CENTER;
                        case RIGHT -> ParagraphAlignment.RIGHT;
                    });
            row.getCell(column).setVerticalAlignment(XWPFVertAlign.CENTER);
            text.line(paragraph, texts.get(column), SIZE, head, false);
        }
    }
}
