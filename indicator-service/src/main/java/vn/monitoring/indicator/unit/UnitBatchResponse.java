package vn.monitoring.indicator.unit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.sheet.Change;
import vn.monitoring.kit.text.Text;

/// What became of a batch: a summary, and one result per row in the order of the file.
@Schema(name = "UnitBatchResult")
record UnitBatchResponse(Summary summary, List<Result> results) {

    UnitBatchResponse onlyFailed() {
        return new UnitBatchResponse(
                summary,
                results.stream().filter(result -> result.problem() != null).toList());
    }

    @Schema(name = "UnitBatchSummary")
    record Summary(
            boolean dryRun,
            boolean atomic,
            boolean applied,
            int rowsIn,
            int created,
            int updated,
            int unchanged,
            int failed) {}

    /// @param row the row in the file, the header being row 1
    /// @param status 201 created, 200 updated or unchanged, else the problem's
    @Schema(name = "UnitRowResult")
    record Result(
            int row,
            String code,
            int status,
            @Nullable Change change,
            @Nullable RowError problem) {}

    @Schema(name = "UnitRowProblem")
    record RowError(String type, String code, String field, Text title, Text detail) {

        static RowError from(RowProblem problem) {
            return new RowError(
                    problem.type().uri(),
                    problem.type().code(),
                    problem.field(),
                    problem.type().title(),
                    problem.detail());
        }
    }
}
