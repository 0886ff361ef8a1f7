package vn.monitoring.kit.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.monitoring.kit.text.Text;

/// Reads a sheet as a table of known columns. Every line below the header that is not empty ends up as a row, a
/// part of a row, a group, a header again, or a finding.
public final class TableReader {

    private static final Pattern BLANK_NUMBER =
            Pattern.compile("(?iu)(?<!\\p{L})số\\s*:?\\s*[…._]*\\s*[/-]\\s*\\p{L}{1,4}\\s*[/-]\\s*\\p{L}+");
    private static final Pattern BLANK_DAY = Pattern.compile("(?iu)ngày\\s*[…._]*\\s*tháng\\s*(?:\\d+|[…._]+)?\\s*năm");

    private final List<Column> columns;

    public TableReader(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /// Whether the sheet has the header of the table.
    public boolean recognises(Sheet sheet) {
        return new HeaderFinder(sheet, columns).isPresent();
    }

    /// @throws SheetException HEADER_MISSING, TABLE_EMPTY
    public Table read(Sheet sheet) {
        var finder = new HeaderFinder(sheet, columns);
        var header = finder.find();
        var cleaner = new CellCleaner(
                new LineJoiner(sheet.lines().stream().flatMap(List::stream).toList()));
        var findings = new ArrayList<Finding>();
        var uses = new TreeMap<Integer, Table.LineUse>();
        var titleLines = titleLines(sheet, header, cleaner, findings);
        var lines = withoutHeaders(sheet, finder, header, cleaner, uses, findings);
        var rows = new RowAssembler(sheet, layout(header), cleaner, uses, findings).assemble(lines);
        if (rows.isEmpty()) {
            throw new SheetException(
                    SheetFault.TABLE_EMPTY,
                    sheet.place(header.first(), 0),
                    new Text(
                            "Trang tính «%s» không có dòng nào dưới tiêu đề bảng.".formatted(sheet.name()),
                            "The sheet «%s» has no row below the table's header.".formatted(sheet.name())));
        }
        findings.addAll(unknownColumns(sheet, header, lines));
        findings.addAll(Wording.variants(
                rows.stream().flatMap(row -> row.cells().stream()).toList()));
        findings.sort(Comparator.comparingInt(TableReader::lineOf));
        return new Table(sheet.name(), titleLines, header.headers(), rows, findings, uses);
    }

    private Layout layout(HeaderFinder.Found header) {
        return new Layout(header.headers(), columns);
    }

    private static List<TableCell> titleLines(
            Sheet sheet, HeaderFinder.Found header, CellCleaner cleaner, List<Finding> findings) {
        var cells = new ArrayList<TableCell>();
        for (var line = 0; line < header.first(); line++) {
            for (var column = 0; column < sheet.lines().get(line).size(); column++) {
                if (!sheet.text(line, column).isBlank()) {
                    var cell = cell(sheet, line, column, cleaner, findings);
                    cells.add(cell);
                    findings.addAll(Wording.misprints(cell.place(), cell.text()));
                    if (BLANK_NUMBER.matcher(cell.text()).find()
                            || BLANK_DAY.matcher(cell.text()).find()) {
                        findings.add(Finding.of(SheetFinding.DOC_NUMBER_BLANK, cell.place(), cell.text()));
                    }
                }
            }
        }
        for (var line = header.first(); line <= header.last(); line++) {
            for (var column = 0; column < sheet.lines().get(line).size(); column++) {
                cell(sheet, line, column, cleaner, findings);
            }
        }
        return cells;
    }

    /// The lines below the header that are neither blank nor the header again.
    private static List<Integer> withoutHeaders(
            Sheet sheet,
            HeaderFinder finder,
            HeaderFinder.Found header,
            CellCleaner cleaner,
            Map<Integer, Table.LineUse> uses,
            List<Finding> findings) {
        var filled = new ArrayList<Integer>();
        for (var line = header.last() + 1; line < sheet.lines().size(); line++) {
            if (!sheet.isBlank(line)) {
                filled.add(line);
            }
        }
        var kept = new ArrayList<Integer>();
        for (var at = 0; at < filled.size(); ) {
            var high = finder.repeatedAt(header, filled, at);
            if (high == 0) {
                var line = filled.get(at++);
                if (finder.isColumnNumbers(line)) {
                    uses.put(line + 1, Table.LineUse.HEADER);
                } else {
                    kept.add(line);
                }
                continue;
            }
            var first = filled.get(at);
            var verbatim = new ArrayList<String>();
            for (var end = at + high; at < end; at++) {
                uses.put(filled.get(at) + 1, Table.LineUse.HEADER);
                for (var column = 0; column < sheet.lines().get(filled.get(at)).size(); column++) {
                    var cell = cell(sheet, filled.get(at), column, cleaner, findings);
                    if (!cell.isBlank()) {
                        verbatim.add(cell.text());
                    }
                }
            }
            findings.add(Finding.of(
                    SheetFinding.REPEATED_HEADER,
                    sheet.place(first, firstFilled(sheet, first)),
                    String.join(" ", verbatim)));
        }
        return kept;
    }

    private static List<Finding> unknownColumns(Sheet sheet, HeaderFinder.Found header, List<Integer> lines) {
        return header.headers().stream()
                .filter(column -> column.key().isEmpty())
                .filter(column -> lines.stream()
                        .anyMatch(line -> !CellCleaner.plain(sheet.text(line, column.column()))
                                .isEmpty()))
                .map(column -> Finding.of(SheetFinding.UNKNOWN_COLUMN, column.place(), column.text()))
                .toList();
    }

    private static TableCell cell(Sheet sheet, int line, int column, CellCleaner cleaner, List<Finding> findings) {
        var place = sheet.place(line, column);
        var cleaned = cleaner.clean(List.of(sheet.text(line, column)), place, false);
        findings.addAll(cleaned.findings());
        return new TableCell("", 0, place, cleaned.raw(), cleaned.text());
    }

    private static int firstFilled(Sheet sheet, int line) {
        var column = 0;
        while (sheet.text(line, column).isBlank()) {
            column++;
        }
        return column;
    }

    private static int lineOf(Finding finding) {
        return Integer.parseInt(finding.place().replaceAll("^.*\\D(?=\\d+$)", ""));
    }
}
