package vn.monitoring.plans;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// An .xlsx file as an office would make it; the same sheets give the same bytes.
final class XlsxFile {

    private static final FileTime MADE = FileTime.fromMillis(1_767_225_600_000L);
    private static final Pattern MERGED = Pattern.compile("<mergeCell ref=\"[A-Z0-9:]+\"/>");
    private static final String FONT = "Times New Roman";
    private static final int FONT_SIZE = 12;
    private static final double POINTS_PER_LINE = 16.5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(out, "plans", "1.0");

    XlsxFile() {
        workbook.setGlobalDefaultFont(FONT, FONT_SIZE);
    }

    void add(SheetLayout layout, List<PrintedLine> lines) {
        var sheet = workbook.newWorksheet(layout.name());
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        for (var column = 0; column < layout.columns().size(); column++) {
            sheet.width(column, layout.columns().get(column).width());
        }
        for (var line = 0; line < lines.size(); line++) {
            write(sheet, layout, line, lines.get(line));
        }
    }

    /// The finished file, with fixed times inside.
    byte[] toBytes() throws IOException {
        workbook.finish();
        var fixed = new ByteArrayOutputStream();
        try (var written = ZipFile.builder().setByteArray(out.toByteArray()).get();
                var zip = new ZipOutputStream(fixed)) {
            for (var entry : Collections.list(written.getEntries())) {
                var copy = new ZipEntry(entry.getName());
                copy.setLastModifiedTime(MADE);
                zip.putNextEntry(copy);
                try (var content = written.getInputStream(entry)) {
                    zip.write(reproducible(entry.getName(), content.readAllBytes()));
                }
            }
        }
        return fixed.toByteArray();
    }

    /// The library stamps the time, and writes merged cells in the order of a hash.
    private static byte[] reproducible(String name, byte[] content) {
        var xml = new String(content, StandardCharsets.UTF_8);
        if (name.equals("docProps/core.xml")) {
            xml = xml.replaceAll("(<dcterms:created[^>]*>)[^<]*", "$12026-01-01T00:00:00Z");
        }
        var sorted =
                MERGED.matcher(xml).results().map(MatchResult::group).sorted().iterator();
        return MERGED.matcher(xml).replaceAll(match -> sorted.next()).getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Worksheet sheet, SheetLayout layout, int line, PrintedLine printed) {
        var last = layout.columns().size() - 1;
        for (var column = 0; column < printed.cells().size(); column++) {
            value(sheet, line, column, printed.cells().get(column));
        }
        switch (printed.kind()) {
            case TITLE -> title(sheet, line, last, printed);
            case HEADER ->
                sheet.range(line, 0, line, last)
                        .style()
                        .fontName(FONT)
                        .fontSize(FONT_SIZE)
                        .bold()
                        .wrapText(true)
                        .horizontalAlignment("center")
                        .verticalAlignment("center")
                        .fillColor("DDEBF7")
                        .borderStyle(BorderStyle.THIN)
                        .set();
            case GROUP ->
                sheet.range(line, 0, line, last)
                        .style()
                        .fontName(FONT)
                        .fontSize(FONT_SIZE)
                        .bold()
                        .wrapText(true)
                        .borderStyle(BorderStyle.THIN)
                        .set();
            case GROUP_ACROSS -> {
                sheet.range(line, 0, line, last)
                        .style()
                        .fontName(FONT)
                        .fontSize(FONT_SIZE)
                        .bold()
                        .wrapText(true)
                        .borderStyle(BorderStyle.THIN)
                        .set();
                sheet.range(line, 0, line, last).merge();
            }
            case ROW -> row(sheet, layout, line, printed);
            case STRAY, BLANK -> {
                return;
            }
        }
    }

    private static void title(Worksheet sheet, int line, int last, PrintedLine printed) {
        sheet.range(line, 0, line, last)
                .style()
                .fontName(FONT)
                .fontSize(FONT_SIZE)
                .bold()
                .horizontalAlignment("center")
                .set();
        if (printed.cells().size() == 1) {
            sheet.range(line, 0, line, last).merge();
        }
    }

    private static void row(Worksheet sheet, SheetLayout layout, int line, PrintedLine printed) {
        var high = 1;
        for (var column = 0; column < printed.cells().size(); column++) {
            var spec = layout.columns().get(column);
            var text = printed.cells().get(column);
            var centred = spec.key().equals("number") || spec.key().equals("unit") || isTarget(spec);
            var style = sheet.style(line, column)
                    .fontName(FONT)
                    .fontSize(FONT_SIZE)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .horizontalAlignment(centred ? "center" : "left")
                    .borderStyle(BorderStyle.THIN);
            (isPercent(text) ? style.format("0%") : style).set();
            var wrapped = text.lines()
                    .mapToInt(part -> Math.ceilDiv(Math.max(1, part.length()), spec.width()))
                    .sum();
            high = Math.max(high, wrapped);
        }
        sheet.rowHeight(line, Math.min(high * POINTS_PER_LINE, 400));
    }

    /// Offices type plain numbers and percentages as numbers.
    private static void value(Worksheet sheet, int line, int column, String text) {
        if (text.matches("[1-9]\\d{0,3}|0")) {
            sheet.value(line, column, Integer.parseInt(text));
        } else if (isPercent(text)) {
            sheet.value(line, column, new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2));
        } else if (!text.isEmpty()) {
            sheet.value(line, column, text);
        }
    }

    private static boolean isPercent(String text) {
        return text.matches("[1-9]\\d{0,2}%");
    }

    private static boolean isTarget(PrintedColumn column) {
        return column.key().startsWith("y20") || column.key().equals("no_year");
    }
}
