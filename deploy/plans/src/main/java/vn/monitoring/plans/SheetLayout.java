package vn.monitoring.plans;

import java.util.List;

/// How a plan prints one of its tables.
///
/// @param facts the file of facts that fills it
/// @param titles the lines above the table, each as cells from the left
/// @param headerAfterBreak whether a row that is broken over pages goes on below the header again
record SheetLayout(
        String name,
        String facts,
        List<List<String>> titles,
        List<PrintedColumn> columns,
        Groups groups,
        boolean headerAfterBreak) {

    /// Where a group row stands: its number and name in the first two cells, or all of it in one cell across the table.
    enum Groups {
        NUMBER_AND_NAME,
        ACROSS
    }

    int column(String key) {
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
