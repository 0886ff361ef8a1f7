package vn.monitoring.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import vn.monitoring.report.document.OfficialDocument.Annex;

/// The pages of a Word document as its XML states them, read without the tool that writes them.
class WordPagesTest {

    /// A wide table on upright pages, then an annex upright and one across.
    private final List<Section> sections = sections(wideTables());

    /// @param tables the widths of its tables in twentieths of a point
    record Section(int width, int left, int right, boolean across, int firstPageDiffers, List<Integer> tables) {}

    @Test
    void laysOnlyTheWideAnnexAcross() {
        assertThat(sections).extracting(Section::across).containsExactly(false, false, true);
    }

    @Test
    void keepsEveryTableBetweenTheMarginsOfItsPage() {
        assertThat(sections)
                .allSatisfy(section -> assertThat(section.tables())
                        .isNotEmpty()
                        .allSatisfy(table -> assertThat(table)
                                .isPositive()
                                .isLessThanOrEqualTo(section.width() - section.left() - section.right() + 10)));
    }

    /// Said twice, Word refuses the file; said of an annex, the annex begins without a page number.
    @Test
    void leavesThePageNumberOutOnTheFirstPageOnly() {
        assertThat(sections).extracting(Section::firstPageDiffers).containsExactly(1, 0, 0);
    }

    /// Else the national title does not fit its half of the head in one line.
    @Test
    void setsTheHeadOfTheDocumentWithoutPadding() {
        Element head = (Element) body(new Documents().render(wideTables(), DocumentFormat.DOCX, null))
                .getElementsByTagName("w:tblCellMar")
                .item(0);
        assertThat(number((Element) head.getElementsByTagName("w:left").item(0), "w:w"))
                .isZero();
        assertThat(number((Element) head.getElementsByTagName("w:right").item(0), "w:w"))
                .isZero();
    }

    private static OfficialDocument wideTables() {
        return SampleDocuments.with(
                List.of(SampleDocuments.table("Bảng 1", 8, 40)),
                List.of(
                        new Annex("Danh sách", List.of(SampleDocuments.table(null, 3, 5))),
                        new Annex("Chỉ tiêu", List.of(SampleDocuments.table(null, 8, 120)))));
    }

    private static List<Section> sections(OfficialDocument document) {
        List<Section> sections = new ArrayList<>();
        List<Integer> tables = new ArrayList<>();
        NodeList blocks = body(new Documents().render(document, DocumentFormat.DOCX, null))
                .getChildNodes();
        for (int i = 0; i < blocks.getLength(); i++) {
            if (!(blocks.item(i) instanceof Element block)) {
                continue;
            }
            if (block.getTagName().equals("w:tbl")) {
                tables.add(sum(block.getElementsByTagName("w:gridCol")));
            }
            Node section = block.getTagName().equals("w:sectPr")
                    ? block
                    : block.getElementsByTagName("w:sectPr").item(0);
            if (section instanceof Element properties) {
                sections.add(section(properties, List.copyOf(tables)));
                tables.clear();
            }
        }
        return sections;
    }

    private static Section section(Element properties, List<Integer> tables) {
        Element size = (Element) properties.getElementsByTagName("w:pgSz").item(0);
        Element margins = (Element) properties.getElementsByTagName("w:pgMar").item(0);
        return new Section(
                number(size, "w:w"),
                number(margins, "w:left"),
                number(margins, "w:right"),
                size.getAttribute("w:orient").equals("landscape"),
                properties.getElementsByTagName("w:titlePg").getLength(),
                tables);
    }

    private static int sum(NodeList columns) {
        int sum = 0;
        for (int i = 0; i < columns.getLength(); i++) {
            sum += number((Element) columns.item(i), "w:w");
        }
        return sum;
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static Element body(byte[] docx) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().equals("word/document.xml")) {
                    return (Element) DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(zip.readAllBytes()))
                            .getElementsByTagName("w:body")
                            .item(0);
                }
            }
            throw new AssertionError("the file has no document");
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError("the file cannot be read", e);
        }
    }
}
