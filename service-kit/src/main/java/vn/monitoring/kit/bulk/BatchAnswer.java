package vn.monitoring.kit.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.problem.ProblemType;
import vn.monitoring.kit.sheet.Change;
import vn.monitoring.kit.text.Text;

/// What became of a batch: a summary, and one result per row in the order in which the rows came.
@Schema(name = "BatchAnswer")
public record BatchAnswer(Summary summary, List<RowResult> results) {

    /// @param applied false after a dry run, and when an atomic batch had a failed row: nothing was written
    @Schema(name = "BatchSummary")
    public record Summary(
            int rows,
            int created,
            int updated,
            int unchanged,
            int failed,
            boolean dryRun,
            boolean atomic,
            boolean applied) {}

    /// @param row    its place in the body, the first row of data being 1
    /// @param status 201 created, 200 updated or unchanged, else the problem's
    @Schema(name = "BatchRowResult")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RowResult(
            int row,
            int status,
            @Nullable Change change,
            @Nullable String id,
            @Nullable RowProblem problem) {

        public static RowResult done(int row, Change change, @Nullable String id) {
            return new RowResult(row, change == Change.CREATED ? 201 : 200, change, id, null);
        }

        public static RowResult failed(int row, Problem problem) {
            return new RowResult(row, problem.type().status(), null, null, RowProblem.of(problem));
        }
    }

    /// Why a row was not taken.
    @Schema(name = "BatchRowProblem")
    public record RowProblem(String type, String code, Text title, Text detail, List<RowViolation> violations) {

        static RowProblem of(Problem problem) {
            ProblemType type = problem.type();
            return new RowProblem(
                    type.uri(),
                    type.code(),
                    type.title(),
                    problem.detail(),
                    problem.violations().stream()
                            .map(violation -> new RowViolation(violation.field(), violation.message()))
                            .toList());
        }
    }

    @Schema(name = "BatchRowViolation")
    public record RowViolation(String field, Text message) {}

    /// Counts the results; answers only with the failed ones when so asked.
    public static BatchAnswer of(List<RowResult> results, boolean dryRun, boolean atomic, boolean failedOnly) {
        int created = count(results, Change.CREATED);
        int updated = count(results, Change.UPDATED);
        int unchanged = count(results, Change.UNCHANGED);
        int failed = results.size() - created - updated - unchanged;
        Summary summary = new Summary(
                results.size(),
                created,
                updated,
                unchanged,
                failed,
                dryRun,
                atomic,
                !dryRun && !(atomic && failed > 0));
        return new BatchAnswer(
                summary,
                failedOnly
                        ? results.stream()
                                .filter(result -> result.problem() != null)
                                .toList()
                        : results);
    }

    private static int count(List<RowResult> results, Change change) {
        return (int)
                results.stream().filter(result -> result.change() == change).count();
    }
}
