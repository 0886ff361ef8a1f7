package vn.monitoring.kit.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row while its lines are being gathered.
final class DraftRow {

    private final Sheet sheet;
    private final Layout layout;
    private final Marker marker;
    private final List<String> groupPath;
    private final String groupLabel;
    private final List<Integer> lines = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private TableRow.Kind kind;

    DraftRow(
            Sheet sheet,
            Layout layout,
            Marker marker,
            TableRow.Kind kind,
            List<String> groupPath,
            String groupLabel,
            int line) {
        this.sheet = sheet;
        this.layout = layout;
        this.marker = marker;
        this.kind = kind;
        this.groupPath = groupPath;
        this.groupLabel = groupLabel;
        lines.add(line);
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    void continueWith(int line) {
        lines.add(line);
    }

    void becomeParent() {
        kind = TableRow.Kind.PARENT;
    }

    Marker marker() {
        return marker;
    }

    TableRow.Kind kind() {
        return kind;
    }

    List<String> groupPath() {
        return groupPath;
    }

    String groupLabel() {
        return groupLabel;
    }

    String place() {
        return sheet.place(lines.getFirst(), layout.first());
    }

    /// What a column says so far, on one line.
    String textAt(int column) {
        return CellCleaner.plain(String.join("\n", fragments(column)));
    }

    TableRow finish(CellCleaner cleaner, String qualifiedNumber, @Nullable String parentNumber) {
        var cells = new ArrayList<TableCell>();
        for (var header : layout.headers()) {
            var place = sheet.place(lines.getFirst(), header.column());
            var cleaned = cleaner.clean(content(header, place), place, layout.isPosition(header.key()));
            cells.add(new TableCell(header.key(), header.yearOrZero(), place, cleaned.raw(), cleaned.text()));
            findings.addAll(cleaned.findings());
            findings.addAll(Wording.misprints(place, cleaned.text()));
        }
        if (kind != TableRow.Kind.ORPHAN && textAt(layout.title()).isEmpty()) {
            findings.add(Finding.of(SheetFinding.TITLE_MISSING, sheet.place(lines.getFirst(), layout.title()), ""));
        }
        return new TableRow(
                place(),
                kind,
                marker.label(),
                qualifiedNumber,
                parentNumber,
                groupPath,
                cells,
                lines.stream().map(line -> line + 1).toList(),
                findings);
    }

    /// What stands in the row's own cells, else in the merged cell that reaches down to it.
    private List<String> content(Table.Header header, String place) {
        var own = fragments(header.column());
        if (!layout.mayBeShared(header.key()) || own.stream().anyMatch(text -> !text.isBlank())) {
            return own;
        }
        var shared = sheet.spanning(lines.getFirst(), header.column());
        shared.ifPresent(text -> findings.add(Finding.of(SheetFinding.SPANNING_CELL, place, CellCleaner.plain(text))));
        return shared.map(List::of).orElse(own);
    }

    private List<String> fragments(int column) {
        return lines.stream().map(line -> sheet.text(line, column)).toList();
    }
}
