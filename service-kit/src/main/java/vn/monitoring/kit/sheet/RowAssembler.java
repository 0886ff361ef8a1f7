package vn.monitoring.kit.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.sheet.Marker.Kind;
import vn.monitoring.kit.text.Vietnamese;

/// Goes down the lines of a table and decides for each whether it begins a row, goes on with the row above, or is a
/// group.
final class RowAssembler {

    /// Texts that begin the foot of a document: what follows is no longer the table.
    private static final Pattern FOOT = Pattern.compile("(?:nơi nhận|nơi nhân|ghi chú|người lập|tm|kt|tl)(?: .*)?");
    /// What a row is called that only adds up the others.
    private static final Pattern TOTAL =
            Pattern.compile("(?:tổng cộng|tổng số|tổng|cộng)(?: chung| chỉ tiêu| số chỉ tiêu| nhiệm vụ| số nhiệm vụ)?");
    /// A text that cannot be complete where it ends so.
    private static final Pattern OPEN_END =
            Pattern.compile("(?iu).*(?:[,(\\-–—/“]|\\s(?:và|của|các|về|trong|theo|với|cho|tại|là))$");

    private final Sheet sheet;
    private final Layout layout;
    private final CellCleaner cleaner;
    private final Map<Integer, Table.LineUse> uses;
    private final List<Finding> findings;
    private final GroupPath groups;
    private final List<DraftRow> rows = new ArrayList<>();
    private @Nullable DraftRow open;
    private boolean afterGroup;

    RowAssembler(
            Sheet sheet, Layout layout, CellCleaner cleaner, Map<Integer, Table.LineUse> uses, List<Finding> findings) {
        this.sheet = sheet;
        this.layout = layout;
        this.cleaner = cleaner;
        this.uses = uses;
        this.findings = findings;
        this.groups = new GroupPath(findings);
    }

    /// @param lines indexes of the lines below the header that are not blank and not the header again
    List<TableRow> assemble(List<Integer> lines) {
        var own = lines.stream().filter(line -> !isForeign(line)).toList();
        for (var at = 0; at < own.size(); at++) {
            if (isFoot(own.get(at))) {
                own.subList(at, own.size()).forEach(this::note);
                break;
            }
            take(own, at);
        }
        groups.trailing().forEach(line -> {
            uses.put(line + 1, Table.LineUse.NOTE);
            findings.add(Finding.of(SheetFinding.NOTE, place(line), filledText(line)));
        });
        return new Numbering(findings).finish(rows, layout, cleaner);
    }

    private void take(List<Integer> lines, int at) {
        var line = lines.get(at);
        var marker = marker(line);
        if (isTotal(line)) {
            uses.put(line + 1, Table.LineUse.NOTE);
            findings.add(Finding.of(SheetFinding.TOTAL_ROW, place(line), filledText(line)));
            return;
        }
        switch (marker.kind()) {
            case NONE -> takeUnnumbered(line);
            case OTHER -> {
                if (filled(line).size() == 1) {
                    heading(line, marker.label());
                } else {
                    begin(line, marker, TableRow.Kind.ITEM)
                            .add(Finding.of(SheetFinding.NUMBER_UNREADABLE, place(line), marker.label()));
                }
            }
            case BULLET -> begin(line, marker, TableRow.Kind.BULLET);
            case ARABIC, DOTTED -> begin(line, marker, TableRow.Kind.ITEM);
            case ROMAN, UPPER -> {
                if (hasValues(line)) {
                    begin(line, marker, TableRow.Kind.ITEM);
                } else {
                    numberedGroup(line, marker);
                }
            }
            case LOWER -> {
                if (hasValues(line) || !isLetteredGroup(lines, at, marker)) {
                    begin(line, marker, groups.isParentOpen() ? TableRow.Kind.SUB : TableRow.Kind.ITEM);
                } else {
                    numberedGroup(line, marker);
                }
            }
        }
    }

    private void takeUnnumbered(int line) {
        var filled = filled(line);
        var title = cellText(line, layout.title());
        if (filled.size() == 1) {
            takeSingle(
                    line, cellText(line, filled.getFirst()), !title.isEmpty() || filled.getFirst() == layout.first());
        } else if (title.isEmpty()) {
            if (open == null || isFresh(line)) {
                begin(line, marker(line), TableRow.Kind.ORPHAN)
                        .add(Finding.of(SheetFinding.ORPHAN_BLOCK, place(line), filledText(line)));
            } else {
                continueRow(line);
            }
        } else if (open != null && (numbered() || startsLower(title)) && !isFresh(line)) {
            continueRow(line);
        } else {
            var row = begin(line, marker(line), TableRow.Kind.ITEM);
            if (numbered()) {
                row.add(Finding.of(SheetFinding.NUMBER_MISSING, place(line), title));
            }
        }
    }

    private void takeSingle(int line, String text, boolean inTitle) {
        if (open != null && (!inTitle || continuesTitle(text))) {
            continueRow(line);
        } else if (inTitle) {
            heading(line, text);
        } else {
            begin(line, marker(line), TableRow.Kind.ORPHAN)
                    .add(Finding.of(SheetFinding.ORPHAN_BLOCK, place(line), text));
        }
    }

    /// A text across the table: a group of its own, or the rest of the name of the group right above.
    private void heading(int line, String text) {
        if (afterGroup && startsLower(text) && Marker.ofHeading(text).isEmpty()) {
            groups.extend(line, text);
            uses.put(line + 1, Table.LineUse.GROUP);
        } else {
            group(line, Marker.ofHeading(text).orElse(new Marker(Kind.NONE, "", 0)), text);
        }
    }

    private boolean continuesTitle(String text) {
        return startsLower(text) || numbered() && Marker.ofHeading(text).isEmpty();
    }

    /// A letter with nothing but a name is a group when bullets follow, or when there is no numbered row it could
    /// be a part of.
    private boolean isLetteredGroup(List<Integer> lines, int at, Marker marker) {
        var next = at + 1 < lines.size() ? marker(lines.get(at + 1)).kind() : Kind.NONE;
        return next == Kind.BULLET || !groups.isParentOpen() || !groups.isNextPart(marker);
    }

    private DraftRow begin(int line, Marker marker, TableRow.Kind kind) {
        var row = new DraftRow(sheet, layout, marker, kind, groups.path(), groups.label(), line);
        rows.add(row);
        groups.row(marker, kind);
        open = row;
        afterGroup = false;
        uses.put(line + 1, Table.LineUse.ROW);
        return row;
    }

    private void continueRow(int line) {
        if (open == null) {
            throw new IllegalStateException("no row to go on with at " + place(line));
        }
        open.add(Finding.of(SheetFinding.ROW_CONTINUATION, place(line), filledText(line)));
        open.continueWith(line);
        uses.put(line + 1, Table.LineUse.CONTINUATION);
    }

    private void numberedGroup(int line, Marker marker) {
        var number = cellText(line, layout.number().orElseThrow());
        var name = cellText(line, layout.title());
        var label = number.endsWith(")") || number.endsWith(".") ? number : number + ".";
        group(line, marker, name.isEmpty() ? number : label + " " + name);
    }

    private void group(int line, Marker marker, String label) {
        for (var column : filled(line)) {
            var place = sheet.place(line, column);
            findings.addAll(cleaner.clean(List.of(sheet.text(line, column)), place, false)
                    .findings());
        }
        groups.open(line, place(line), marker, label);
        open = null;
        afterGroup = true;
        uses.put(line + 1, Table.LineUse.GROUP);
    }

    private boolean isForeign(int line) {
        if (!filled(line).isEmpty() || sheet.isBlank(line)) {
            return false;
        }
        uses.put(line + 1, Table.LineUse.FOREIGN);
        findings.add(Finding.of(SheetFinding.FOREIGN_TEXT, place(line), "…"));
        return true;
    }

    private boolean isFoot(int line) {
        return (!numbered() || marker(line).kind() == Kind.NONE || marker(line).kind() == Kind.OTHER)
                && filled(line).stream()
                        .anyMatch(column -> FOOT.matcher(Vietnamese.fold(cellText(line, column)))
                                .matches());
    }

    private boolean isTotal(int line) {
        var title = cellText(line, layout.title());
        var name = title.isEmpty() && layout.number().isPresent()
                ? cellText(line, layout.number().getAsInt())
                : title;
        return TOTAL.matcher(Vietnamese.fold(name)).matches();
    }

    /// The foot may hold signers' names: where it stands is told, not what it says.
    private void note(int line) {
        uses.put(line + 1, Table.LineUse.NOTE);
        findings.add(Finding.of(SheetFinding.NOTE, place(line), "…"));
    }

    /// Whether each filled cell begins a value of its own: a capital, and the cell above it is complete.
    private boolean isFresh(int line) {
        return filled(line).stream().allMatch(column -> {
            var above = open == null ? "" : open.textAt(column);
            return !startsLower(cellText(line, column))
                    && !OPEN_END.matcher(above).matches()
                    && above.chars().filter(c -> c == '(').count()
                            <= above.chars().filter(c -> c == ')').count();
        });
    }

    private boolean hasValues(int line) {
        return filled(line).stream()
                .anyMatch(column ->
                        column != layout.title() && column != layout.number().orElse(-1));
    }

    private Marker marker(int line) {
        return Marker.of(
                layout.number().isPresent() ? cellText(line, layout.number().getAsInt()) : "");
    }

    private boolean numbered() {
        return layout.number().isPresent();
    }

    private List<Integer> filled(int line) {
        return IntStream.range(0, sheet.lines().get(line).size())
                .filter(column -> !cellText(line, column).isEmpty())
                .boxed()
                .toList();
    }

    private String filledText(int line) {
        return filled(line).stream().map(column -> cellText(line, column)).collect(Collectors.joining(" | "));
    }

    private String cellText(int line, int column) {
        return CellCleaner.plain(sheet.text(line, column));
    }

    private String place(int line) {
        return sheet.place(line, layout.first());
    }

    private static boolean startsLower(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
    }
}
