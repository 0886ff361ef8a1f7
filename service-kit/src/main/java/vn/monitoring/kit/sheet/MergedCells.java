package vn.monitoring.kit.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Reads from an .xlsx file which cells of a column are merged over several lines; merging to the right is left out.
final class MergedCells {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final Pattern DOWNWARD = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):\\1(\\d{1,7})");
    private static final XMLInputFactory XML = factory();

    private MergedCells() {}

    /// The spans of each sheet by its name.
    static Map<String, List<Sheet.Span>> read(byte[] content) throws IOException, XMLStreamException {
        try (var archive = ZipFile.builder().setByteArray(content).get()) {
            Map<String, String> parts = new HashMap<>();
            each(archive, "xl/_rels/workbook.xml.rels", "Relationship", element -> {
                var target = element.getAttributeValue(null, "Target");
                parts.put(
                        element.getAttributeValue(null, "Id"),
                        target.startsWith("/") ? target.substring(1) : "xl/" + target);
            });
            Map<String, String> sheets = new HashMap<>();
            each(
                    archive,
                    "xl/workbook.xml",
                    "sheet",
                    element -> sheets.put(
                            element.getAttributeValue(null, "name"),
                            parts.getOrDefault(element.getAttributeValue(RELATIONS, "id"), "")));
            Map<String, List<Sheet.Span>> spans = new HashMap<>();
            for (var sheet : sheets.entrySet()) {
                var found = new ArrayList<Sheet.Span>();
                each(archive, sheet.getValue(), "mergeCell", element -> {
                    var cells = DOWNWARD.matcher(element.getAttributeValue(null, "ref"));
                    if (cells.matches()) {
                        found.add(new Sheet.Span(
                                column(cells.group(1)),
                                Integer.parseInt(cells.group(2)) - 1,
                                Integer.parseInt(cells.group(3)) - 1));
                    }
                });
                spans.put(sheet.getKey(), found);
            }
            return spans;
        }
    }

    private static void each(ZipFile archive, String part, String name, Consumer<XMLStreamReader> action)
            throws IOException, XMLStreamException {
        var entry = archive.getEntry(part);
        if (entry == null) {
            return;
        }
        try (InputStream content = archive.getInputStream(entry)) {
            var reader = XML.createXMLStreamReader(content);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(name)) {
                    action.accept(reader);
                }
            }
        }
    }

    private static int column(String letters) {
        var column = 0;
        for (var i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
