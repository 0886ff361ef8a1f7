package vn.monitoring.kit.sheet;

import java.util.OptionalInt;

/// A cell of a row: its column's key, the year of its column (0 when the header carries none), its place, the text
/// as it stands (line breaks and markup kept, leaked paths and names masked) and the text as it reads on one line.
public record TableCell(String key, int yearOrZero, String place, String raw, String text) {

    public boolean isBlank() {
        return text.isEmpty();
    }

    /// The year of the cell's column; empty when the header carries none.
    public OptionalInt year() {
        return yearOrZero == 0 ? OptionalInt.empty() : OptionalInt.of(yearOrZero);
    }
}
