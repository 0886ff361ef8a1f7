package vn.monitoring.kit.table;

import vn.monitoring.kit.text.Text;

/// A column of a table that leaves as a file: its heading, and what stands in its cells.
///
/// @param width of the sheet's column, in characters
public record TableColumn(Text heading, Kind kind, int width) {

    /// What stands in a cell; see [TableWriter#row] for the values of each kind.
    public enum Kind {
        TEXT(24),
        NUMBER(14),
        DATE(12),
        TIME(20);

        private final int width;

        Kind(int width) {
            this.width = width;
        }
    }

    public static TableColumn of(Kind kind, String vi, String en) {
        return new TableColumn(new Text(vi, en), kind, kind.width);
    }

    public TableColumn wide(int characters) {
        return new TableColumn(heading, kind, characters);
    }
}
