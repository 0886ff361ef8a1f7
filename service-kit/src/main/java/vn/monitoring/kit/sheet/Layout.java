package vn.monitoring.kit.sheet;

import java.util.List;
import java.util.OptionalInt;

/// Where the columns of a table stand in its sheet.
final class Layout {

    private final List<Table.Header> headers;
    private final List<Column> columns;

    Layout(List<Table.Header> headers, List<Column> columns) {
        this.headers = headers;
        this.columns = columns;
    }

    List<Table.Header> headers() {
        return headers;
    }

    /// The leftmost column that somebody asked for.
    int first() {
        return headers.stream()
                .filter(header -> !header.key().isEmpty())
                .mapToInt(Table.Header::column)
                .min()
                .orElseThrow();
    }

    OptionalInt number() {
        return position(Column.Kind.NUMBER);
    }

    int title() {
        return position(Column.Kind.TITLE).orElseThrow();
    }

    boolean isPosition(String key) {
        return columns.stream().anyMatch(column -> column.key().equals(key) && column.kind() == Column.Kind.POSITION);
    }

    /// Whether what stands in the column may hold for several rows: neither a number, a name nor a figure.
    boolean mayBeShared(String key) {
        return columns.stream()
                .anyMatch(column -> column.key().equals(key)
                        && (column.kind() == Column.Kind.TEXT || column.kind() == Column.Kind.POSITION));
    }

    private OptionalInt position(Column.Kind kind) {
        return headers.stream()
                .filter(header -> columns.stream()
                        .anyMatch(
                                column -> column.kind() == kind && column.key().equals(header.key())))
                .mapToInt(Table.Header::column)
                .findFirst();
    }
}
