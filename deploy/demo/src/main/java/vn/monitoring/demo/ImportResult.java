package vn.monitoring.demo;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an import answers, see the API of both imports.
record ImportResult(boolean dryRun, @Nullable String planId, Counts counts, List<Finding> sheet, List<Row> rows) {

    record Counts(int rowsIn, int accepted, int flagged, int needsDecision, int rejected, int unchanged) {

        int stored() {
            return accepted + flagged + needsDecision;
        }
    }

    record Row(
            String place,
            @Nullable String number,
            @Nullable String name,
            String outcome,
            @Nullable String change,
            List<Finding> findings) {}

    record Finding(String code, String place, String verbatim, Bilingual message) {}

    record Bilingual(String vi, String en) {}

    Stream<Finding> findings() {
        return Stream.concat(sheet.stream(), rows.stream().flatMap(row -> row.findings().stream()));
    }
}
