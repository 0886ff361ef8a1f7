package vn.monitoring.kit.sheet;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The result of importing a table, or of trying to: counts, findings about the whole sheet, and every row with its
/// outcome.
public record ImportResult(
        boolean dryRun, @Nullable UUID planId, Counts counts, List<Finding> sheet, List<RowOutcome> rows) {

    /// `rowsIn = accepted + flagged + needsDecision + rejected`; `unchanged` counts those of them that were stored
    /// already.
    public record Counts(int rowsIn, int accepted, int flagged, int needsDecision, int rejected, int unchanged) {

        public Counts {
            if (rowsIn != accepted + flagged + needsDecision + rejected) {
                throw new IllegalArgumentException("%d rows in, but %d accepted, %d flagged, %d to decide, %d rejected"
                        .formatted(rowsIn, accepted, flagged, needsDecision, rejected));
            }
        }
    }

    public ImportResult {
        sheet = List.copyOf(sheet);
        rows = List.copyOf(rows);
    }

    /// Counts the outcomes against the rows that the table held.
    ///
    /// @throws IllegalArgumentException when a row of the table has no outcome, or a row more than the table held
    ///     has one
    public static ImportResult of(
            boolean dryRun, @Nullable UUID planId, Table table, List<Finding> sheet, List<RowOutcome> rows) {
        var counts = new Counts(
                table.rows().size(),
                count(rows, row -> row.outcome() == Outcome.ACCEPTED),
                count(rows, row -> row.outcome() == Outcome.FLAGGED),
                count(rows, row -> row.outcome() == Outcome.NEEDS_DECISION),
                count(rows, row -> row.outcome() == Outcome.REJECTED),
                count(rows, row -> row.change() == Change.UNCHANGED));
        return new ImportResult(dryRun, planId, counts, sheet, rows);
    }

    private static int count(List<RowOutcome> rows, Predicate<RowOutcome> which) {
        return (int) rows.stream().filter(which).count();
    }
}
