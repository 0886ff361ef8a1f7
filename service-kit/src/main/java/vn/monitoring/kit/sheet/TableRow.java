package vn.monitoring.kit.sheet;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row of a table, put together from one or more lines of the sheet.
///
/// @param place the first cell of its first line, `Chỉ tiêu!A7`
/// @param number the number as printed: `13`, `a`, `-`; empty when there is none
/// @param qualifiedNumber the number that is unique in the sheet: `E.13` where numbers start anew in each group,
///     `18.đ` for a lettered part; empty for a bullet and where there is none
/// @param parentNumber the qualified number of the row that this one is a part of
/// @param groupPath the group rows above it, outermost first: `IV. Phát triển chuyển đổi số`
/// @param lines the lines of the sheet it is made of, from 1
public record TableRow(
        String place,
        Kind kind,
        String number,
        String qualifiedNumber,
        @Nullable String parentNumber,
        List<String> groupPath,
        List<TableCell> cells,
        List<Integer> lines,
        List<Finding> findings) {

    /// PARENT has parts (SUB) below it; BULLET is printed with a dash for a number; ORPHAN has no name.
    public enum Kind {
        ITEM,
        PARENT,
        SUB,
        BULLET,
        ORPHAN
    }

    public TableRow {
        groupPath = List.copyOf(groupPath);
        cells = List.copyOf(cells);
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }

    /// The innermost group row above; empty when there is none.
    public String group() {
        return groupPath.isEmpty() ? "" : groupPath.getLast();
    }

    /// The cell of a column; empty when the sheet has no such column.
    public Optional<TableCell> find(String key) {
        return cells.stream().filter(cell -> cell.key().equals(key)).findFirst();
    }

    /// The cell of a column that the sheet has.
    ///
    /// @throws NoSuchElementException when it has not
    public TableCell get(String key) {
        return find(key).orElseThrow(() -> new NoSuchElementException("no column " + key + " in " + place));
    }

    /// What the cell says on one line; empty when it is blank or the sheet has no such column.
    public String text(String key) {
        return find(key).map(TableCell::text).orElse("");
    }

    /// All cells of a column, in the order of the sheet: one per year for a per-year column.
    public List<TableCell> all(String key) {
        return cells.stream().filter(cell -> cell.key().equals(key)).toList();
    }
}
