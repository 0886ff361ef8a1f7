package vn.monitoring.bench.faults.check;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A row of a database, every column as text; null is told as `∅`.
record Row(List<String> columns) {

    static final String NULL = "∅";

    static Row of(String... columns) {
        return new Row(Arrays.asList(columns));
    }

    /// @param column from 0
    String text(int column) {
        return columns.get(column);
    }

    long number(int column) {
        return Long.parseLong(columns.get(column));
    }

    /// From a column on, for a person and for comparing.
    String from(int column) {
        return columns.stream().skip(column).collect(Collectors.joining(" | "));
    }
}
