package vn.monitoring.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.monitoring.report.document.OfficialDocument.Layout;

/// What is rendered is opened with other tools than it was written with. The files stay under `target/pages`, to be
/// looked at.
class DocumentsTest {

    private static final double POINTS_PER_MM = 72 / 25.4;

    private final Documents documents = new Documents();

    @ParameterizedTest
    @EnumSource(Layout.class)
    void setsA4PagesWithTheWordsInOrderAndAllFontsEmbedded(Layout layout) throws IOException {
        OfficialDocument document = layout == Layout.PARTY ? SampleDocuments.party() : SampleDocuments.government();
        try (PDDocument pdf = Loader.loadPDF(rendered(document, DocumentFormat.PDF, layout + ".pdf"))) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
            assertThat(text.replaceAll("\\s+", " "))
                    .contains(
                            layout == Layout.PARTY ? "ĐẢNG CỘNG SẢN VIỆT NAM" : "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            layout == Layout.PARTY ? "Số 12-BC/ĐU" : "Số: 12/BC-UBND",
                            "Kinh Môn, ngày 18 tháng 9 năm 2026",
                            "BÁO CÁO",
                            "I. Kết quả thực hiện các chỉ tiêu",
                            "Nơi nhận:",
                            "PHỤ LỤC I");
            PDPage first = pdf.getPage(0);
            assertThat(first.getMediaBox().getWidth()).isCloseTo((float) (210 * POINTS_PER_MM), within(1));
            assertThat(first.getMediaBox().getHeight()).isCloseTo((float) (297 * POINTS_PER_MM), within(1));
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("LiberationSerif");
                }
            }
            assertThat(pdf.getDocumentCatalog().getMetadata().exportXMPMetadata())
                    .satisfies(metadata -> assertThat(new String(metadata.readAllBytes(), StandardCharsets.UTF_8))
                            .contains("pdfaid"));
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("vi");
        }
    }

    @Test
    void numbersThePagesFromTheSecondAndRepeatsTheHeadOfATable() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(rendered(SampleDocuments.government(), DocumentFormat.PDF, "pages.pdf"))) {
            assertThat(linesOf(pdf, 1)).doesNotContain("1");
            assertThat(linesOf(pdf, 2)).contains("2");
            int repeated = 0;
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                if (String.join(" ", linesOf(pdf, page)).contains("Cột số 7")) {
                    repeated++;
                    assertThat(pdf.getPage(page - 1).getMediaBox().getWidth())
                            .isGreaterThan(pdf.getPage(page - 1).getMediaBox().getHeight());
                }
            }
            assertThat(repeated).isGreaterThan(1);
        }
    }

    @Test
    void marksADraft() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(rendered(SampleDocuments.draft(), DocumentFormat.PDF, "draft.pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("DỰ THẢO").doesNotContain("(Đã ký số)");
        }
        assertThat(parts(rendered(SampleDocuments.draft(), DocumentFormat.DOCX, "draft.docx"))
                        .get("word/document.xml"))
                .contains("DỰ THẢO");
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void writesAWordDocumentOfTheSameWordsAndMeasures(Layout layout) throws IOException {
        OfficialDocument document = layout == Layout.PARTY ? SampleDocuments.party() : SampleDocuments.government();
        Map<String, String> parts = parts(rendered(document, DocumentFormat.DOCX, layout + ".docx"));
        String xml = parts.getOrDefault("word/document.xml", "");

        assertThat(xml)
                .contains(
                        "w:w=\"11906\"",
                        "w:h=\"16838\"",
                        "w:left=\"1701\"",
                        "w:top=\"1134\"",
                        "landscape",
                        "<w:tblHeader",
                        "<w:cantSplit",
                        "w:titlePg",
                        "Times New Roman",
                        "descr=\"Biểu đồ mức đạt của các chỉ tiêu",
                        layout == Layout.PARTY ? "Số 12-BC/ĐU" : "Số: 12/BC-UBND",
                        "BÁO CÁO",
                        "PHỤ LỤC II");
        assertThat(xml.indexOf("Nơi nhận:")).isGreaterThan(xml.indexOf("II. Khó khăn, vướng mắc"));
        assertThat(parts.keySet()).anyMatch(name -> name.startsWith("word/media/"));
        assertThat(parts.values()).anyMatch(part -> part.contains("w:instr=\"PAGE\""));
    }

    @Test
    void writesAWorkbookWithNumbersThatCanBeReckonedWith() throws IOException {
        byte[] file = rendered(SampleDocuments.government(), DocumentFormat.XLSX, "annexes.xlsx");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheets().count()).isEqualTo(3);
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("Kết quả thực hiện các chỉ tiêu");
            Row first = rows.stream()
                    .filter(row -> row.getRowNum() == 4)
                    .findFirst()
                    .orElseThrow();
            assertThat(first.getCellText(1)).isEqualTo("Tỷ lệ hồ sơ giải quyết trực tuyến số 1");
            assertThat(first.getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("1234.2");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1.234,5  | 1234.5
                    1234     | 1234
                    -0,5     | -0.5
                    0        | 0
                    007      |
                    1.23     |
                    72,1%    |
                    """)
    void takesForANumberOnlyWhatIsOne(String cell, @Nullable BigDecimal number) throws IOException {
        OfficialDocument document = SampleDocuments.withTable(new Block.Table(
                null, List.of(new Block.Column("Thực hiện", 1, Block.Alignment.RIGHT)), List.of(List.of(cell))));
        byte[] file = documents.render(document, DocumentFormat.XLSX, null);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            Cell read = workbook.getFirstSheet().read().getLast().getCell(0);
            assertThat(read.getType()).isEqualTo(number == null ? CellType.STRING : CellType.NUMBER);
            if (number == null) {
                assertThat(read.asString()).isEqualTo(cell);
            } else {
                assertThat(read.asNumber()).isEqualByComparingTo(number);
            }
        }
    }

    @Test
    void makesARowHighEnoughForItsLongestCell() throws IOException {
        OfficialDocument document = SampleDocuments.withTable(new Block.Table(
                null,
                List.of(
                        new Block.Column("TT", 1, Block.Alignment.CENTRE),
                        new Block.Column("Nhiệm vụ", 1, Block.Alignment.LEFT)),
                List.of(List.of("1", "Ngắn"), List.of("2", SampleDocuments.LONG_TEXT))));
        rendered(document, DocumentFormat.XLSX, "rows.xlsx");
        String sheet;
        try (ZipFile zip = new ZipFile("target/pages/rows.xlsx")) {
            sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
        assertThat(sheet).containsPattern("<row r=\"4\"[^>]* ht=\"15(\\.0+)?\"");
        assertThat(sheet).containsPattern("<row r=\"5\"[^>]* ht=\"75(\\.0+)?\"");
    }

    @Test
    void disarmsWhatASpreadsheetWouldRun() throws IOException {
        OfficialDocument document = SampleDocuments.withTable(new Block.Table(
                null, List.of(new Block.Column("Ghi chú", 1, Block.Alignment.LEFT)), List.of(List.of("=1+1"))));
        byte[] file = documents.render(document, DocumentFormat.XLSX, null);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getFirstSheet().read().getLast().getCellText(0)).isEqualTo("'=1+1");
        }
    }

    private byte[] rendered(OfficialDocument document, DocumentFormat format, String name) throws IOException {
        byte[] file =
                documents.render(document, format, format == DocumentFormat.PDF ? "https://example.org/check" : null);
        Path pages = Files.createDirectories(Path.of("target/pages"));
        Files.write(pages.resolve(name), file);
        return file;
    }

    private static List<String> linesOf(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf).lines().map(String::strip).toList();
    }

    private static Map<String, String> parts(byte[] docx) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            List<String> names = new ArrayList<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static org.assertj.core.data.Offset<Float> within(float points) {
        return org.assertj.core.data.Offset.offset(points);
    }
}
