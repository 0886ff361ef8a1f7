package vn.monitoring.report.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import vn.monitoring.report.document.OfficialDocument.Annex;
import vn.monitoring.report.document.OfficialDocument.Layout;

/// Writes a document for Word, so that an office can go on working with it: the same words and measures as the PDF.
final class DocxDocument {

    private static final double CHART_WIDTH_MM = 150;

    private final OfficialDocument document;
    private final Frame frame;
    private final PageStyle style;
    private final XWPFDocument word = new XWPFDocument();
    private final DocxText text;
    private double widthMm;

    private DocxDocument(OfficialDocument document) {
        this.document = document;
        this.frame = Frame.of(document);
        this.style = PageStyle.of(document.layout());
        this.text = new DocxText(style);
        this.widthMm = style.width();
    }

    static byte[] write(OfficialDocument document) {
        DocxDocument docx = new DocxDocument(document);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16)) {
            docx.build();
            docx.word.write(out);
            docx.word.close();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void build() {
        describe();
        pageNumbers();
        if (document.isDraft()) {
            text.line(word.createParagraph(), Frame.DRAFT, 13, true, false);
        }
        head();
        XWPFParagraph kind = text.centred(word.createParagraph());
        kind.setSpacingBefore(twips(4));
        text.line(kind, document.kind(), style.kind(), true, false);
        text.line(text.centred(word.createParagraph()), document.subject(), style.text(), true, false);
        if (party()) {
            text.line(text.centred(word.createParagraph()), "-----", style.text(), false, false);
        } else {
            text.rule(word.createParagraph(), twips(60));
        }
        document.body().forEach(this::block);
        end();
        boolean across = false;
        for (int index = 0; index < document.annexes().size(); index++) {
            endSection(across);
            across = annex(index, document.annexes().get(index));
        }
        size(word.getDocument().getBody().getSectPr(), across);
    }

    private boolean party() {
        return document.layout() == Layout.PARTY;
    }

    private void describe() {
        word.getProperties().getCoreProperties().setTitle(document.kind() + " " + document.subject());
        word.getProperties().getCoreProperties().setCreator(document.authority());
        word.createStyles().setDefaultFonts(DocxText.fonts());
        word.getStyles().setSpellingLanguage("vi-VN");
    }

    /// Top centre on every page but the first; the header of the first says that the first differs (`titlePg`).
    private void pageNumbers() {
        XWPFHeader header = word.createHeader(HeaderFooterType.DEFAULT);
        XWPFParagraph paragraph = text.centred(header.createParagraph());
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
        word.createHeader(HeaderFooterType.FIRST);
    }

    private void head() {
        XWPFTable table = text.frameless(word.createTable(2, 2), 41, 59);
        XWPFTableCell issuer = table.getRow(0).getCell(0);
        frame.superior()
                .forEach(line -> text.line(text.centred(text.next(issuer)), line, style.authority(), false, false));
        frame.authority()
                .forEach(line -> text.line(text.centred(text.next(issuer)), line, style.authority(), true, false));
        if (party()) {
            text.line(text.centred(text.next(issuer)), "*", 14, false, false);
        } else {
            text.rule(text.next(issuer), twips(22));
        }
        XWPFTableCell state = table.getRow(0).getCell(1);
        XWPFRun republic =
                text.line(text.centred(text.next(state)), frame.state(), party() ? 15 : style.state(), true, false);
        if (frame.motto() == null) {
            text.underline(republic);
        } else {
            text.underline(text.line(text.centred(text.next(state)), frame.motto(), style.motto(), true, false));
        }
        text.line(text.centred(text.next(table.getRow(1).getCell(0))), frame.number(), 13, false, false);
        text.line(text.centred(text.next(table.getRow(1).getCell(1))), frame.placeAndDay(), 13.5, false, true);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> {
                XWPFParagraph paragraph = text.body(word.createParagraph());
                paragraph.setKeepNext(true);
                text.line(paragraph, heading.text(), style.text(), true, false);
            }
            case Block.Paragraph paragraph ->
                PlainText.paragraphs(paragraph.text())
                        .forEach(
                                line -> text.line(text.body(word.createParagraph()), line, style.text(), false, false));
            case Block.Items items ->
                items.items()
                        .forEach(item ->
                                text.line(text.body(word.createParagraph()), "- " + item, style.text(), false, false));
            case Block.Table table -> table(table);
            case Block.Chart chart -> chart(Bars.of(chart));
        }
    }

    private void table(Block.Table table) {
        caption(table.caption());
        DocxTable.add(word, table, text, widthMm);
        word.createParagraph().setSpacingAfter(twips(1));
    }

    private void chart(Bars bars) {
        caption(bars.chart().caption());
        ChartPicture picture = ChartPicture.of(bars);
        XWPFRun run = text.centred(word.createParagraph()).createRun();
        int width = Units.toEMU(CHART_WIDTH_MM / 25.4 * 72);
        try {
            run.addPicture(new ByteArrayInputStream(picture.png()), PictureType.PNG, "chart.png", width, (int)
                            ((long) width * picture.height() / picture.width()))
                    .getCTPicture()
                    .getNvPicPr()
                    .getCNvPr()
                    .setDescr(bars.description());
        } catch (InvalidFormatException | IOException e) {
            throw new IllegalStateException("a chart does not go into the document", e);
        }
    }

    private void caption(@org.jspecify.annotations.Nullable String caption) {
        if (caption != null) {
            XWPFParagraph paragraph = text.centred(word.createParagraph());
            paragraph.setKeepNext(true);
            paragraph.setSpacingBefore(twips(3));
            paragraph.setSpacingAfter(twips(2));
            text.line(paragraph, caption, 13, true, false);
        }
    }

    private void end() {
        word.createParagraph().setSpacingAfter(0);
        XWPFTable table = text.frameless(word.createTable(1, 2), 48, 52);
        XWPFTableCell to = table.getRow(0).getCell(0);
        XWPFRun heading = text.line(text.next(to), Frame.RECIPIENTS, style.recipientsHeading(), !party(), !party());
        if (party()) {
            text.underline(heading);
        }
        frame.recipients().forEach(line -> text.line(text.next(to), line, style.recipients(), false, false));
        XWPFTableCell signing = table.getRow(0).getCell(1);
        if (document.signing().onBehalfOf() != null) {
            text.line(text.centred(text.next(signing)), document.signing().onBehalfOf(), style.text(), true, false);
        }
        text.line(text.centred(text.next(signing)), document.signing().position(), style.text(), !party(), false);
        XWPFParagraph signed = text.centred(text.next(signing));
        signed.setSpacingBefore(twips(10));
        text.line(signed, document.isDraft() ? " " : Frame.SIGNED, 12, false, true);
    }

    /// @return whether its page is laid across
    private boolean annex(int index, Annex annex) {
        boolean across = PageStyle.isWide(annex);
        widthMm = across ? style.widthAcross() : style.width();
        XWPFParagraph number = text.centred(word.createParagraph());
        text.line(number, Frame.annexNumber(index, document.annexes().size()), style.text(), true, false);
        text.line(text.centred(word.createParagraph()), annex.title(), style.text(), true, false);
        XWPFParagraph belongs = text.centred(word.createParagraph());
        belongs.setSpacingAfter(twips(4));
        text.line(belongs, Frame.belongsTo(document), 13, false, true);
        annex.blocks().forEach(this::block);
        return across;
    }

    /// Ends the pages so far: what follows begins on a new one, which may be laid otherwise.
    private void endSection(boolean across) {
        XWPFParagraph last = word.createParagraph();
        last.setSpacingAfter(0);
        CTSectPr section = last.getCTP().addNewPPr().addNewSectPr();
        section.set(word.getDocument().getBody().getSectPr().copy());
        size(section, across);
        CTSectPr following = word.getDocument().getBody().getSectPr();
        if (following.isSetTitlePg()) {
            following.unsetTitlePg();
        }
    }

    private void size(CTSectPr section, boolean across) {
        CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(BigInteger.valueOf(twips(across ? PageStyle.PAGE_HEIGHT : PageStyle.PAGE_WIDTH)));
        size.setH(BigInteger.valueOf(twips(across ? PageStyle.PAGE_WIDTH : PageStyle.PAGE_HEIGHT)));
        size.setOrient(across ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        CTPageMar margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(twips(style.top())));
        margins.setBottom(BigInteger.valueOf(twips(across ? style.right() : style.bottom())));
        margins.setLeft(BigInteger.valueOf(twips(across ? style.bottom() : style.left())));
        margins.setRight(BigInteger.valueOf(twips(across ? style.bottom() : style.right())));
        margins.setGutter(BigInteger.ZERO);
        margins.setHeader(BigInteger.valueOf(twips(10)));
        margins.setFooter(BigInteger.valueOf(twips(10)));
    }

    static int twips(double millimetres) {
        return (int) Math.round(millimetres / 25.4 * 1440);
    }
}
