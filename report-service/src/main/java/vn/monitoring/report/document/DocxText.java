package vn.monitoring.report.document;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/// Paragraphs and runs of a Word document in the type of administrative documents.
final class DocxText {

    private static final String FONT = "Times New Roman";

    private final PageStyle style;

    DocxText(PageStyle style) {
        this.style = style;
    }

    static CTFonts fonts() {
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        return fonts;
    }

    XWPFRun line(XWPFParagraph paragraph, String text, double points, boolean bold, boolean italic) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(points);
        run.setBold(bold);
        run.setItalic(italic);
        run.setText(PlainText.clean(text));
        return run;
    }

    void underline(XWPFRun run) {
        run.setUnderline(UnderlinePatterns.SINGLE);
    }

    XWPFParagraph centred(XWPFParagraph paragraph) {
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(0);
        return paragraph;
    }

    /// Justified, its first line set in.
    XWPFParagraph body(XWPFParagraph paragraph) {
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(DocxDocument.twips(PageStyle.INDENT));
        paragraph.setSpacingAfter(DocxDocument.twips(2.1));
        paragraph.setSpacingBetween(style.lineHeight());
        return paragraph;
    }

    /// A short line across the middle.
    void rule(XWPFParagraph paragraph, int indentation) {
        paragraph.setIndentationLeft(indentation);
        paragraph.setIndentationRight(indentation);
        paragraph.setBorderTop(Borders.SINGLE);
        paragraph.setSpacingBefore(DocxDocument.twips(1));
        paragraph.setSpacingAfter(DocxDocument.twips(1));
        line(paragraph, "", 4, false, false);
    }

    /// The cell's next paragraph; a new cell has an empty one already.
    XWPFParagraph next(XWPFTableCell cell) {
        XWPFParagraph first = cell.getParagraphs().getFirst();
        XWPFParagraph next = cell.getParagraphs().size() == 1 && first.getRuns().isEmpty() && !isRule(first)
                ? first
                : cell.addParagraph();
        next.setSpacingAfter(0);
        return next;
    }

    private static boolean isRule(XWPFParagraph paragraph) {
        return paragraph.getBorderTop() == Borders.SINGLE;
    }

    /// A table that carries the layout: as wide as the text, without lines.
    XWPFTable frameless(XWPFTable table, int... percent) {
        table.setTopBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setBottomBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideHBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, "auto");
        padding(table, 0, 0);
        widths(table, style.width(), percent);
        return table;
    }

    /// Sets in what stands in the cells by this much, in millimetres; Word's own measure breaks the national title.
    ///
    /// Not by POI's method, for which zero is Word's own measure.
    static void padding(XWPFTable table, double vertical, double horizontal) {
        CTTblPr properties = table.getCTTbl().getTblPr();
        CTTblCellMar margins =
                properties.isSetTblCellMar() ? properties.getTblCellMar() : properties.addNewTblCellMar();
        padding(margins.isSetTop() ? margins.getTop() : margins.addNewTop(), vertical);
        padding(margins.isSetBottom() ? margins.getBottom() : margins.addNewBottom(), vertical);
        padding(margins.isSetLeft() ? margins.getLeft() : margins.addNewLeft(), horizontal);
        padding(margins.isSetRight() ? margins.getRight() : margins.addNewRight(), horizontal);
    }

    private static void padding(CTTblWidth side, double millimetres) {
        side.setW(BigInteger.valueOf(DocxDocument.twips(millimetres)));
        side.setType(STTblWidth.DXA);
    }

    /// Sets the columns' widths to shares of a width in millimetres, whatever stands in them.
    static void widths(XWPFTable table, double millimetres, int... shares) {
        int all = java.util.Arrays.stream(shares).sum();
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(Integer.toString(DocxDocument.twips(millimetres)));
        if (!table.getCTTbl().getTblPr().isSetTblLayout()) {
            table.getCTTbl().getTblPr().addNewTblLayout();
        }
        table.getCTTbl().getTblPr().getTblLayout().setType(STTblLayoutType.FIXED);
        if (table.getCTTbl().getTblGrid() == null) {
            table.getCTTbl().addNewTblGrid();
        }
        for (int share : shares) {
            table.getCTTbl()
                    .getTblGrid()
                    .addNewGridCol()
                    .setW(BigInteger.valueOf(DocxDocument.twips(millimetres * share / all)));
        }
        table.getRows().forEach(row -> {
            for (int column = 0; column < shares.length; column++) {
                row.getCell(column).setWidth(Integer.toString(DocxDocument.twips(millimetres * shares[column] / all)));
            }
        });
    }
}
