package vn.monitoring.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.bulk.BatchAnswer;
import vn.monitoring.kit.bulk.BatchAnswer.RowResult;
import vn.monitoring.kit.bulk.BatchBody;
import vn.monitoring.kit.bulk.BatchRow;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.report.report.Acceptances.Wanted;

/// Reads a batch of reports to accept and has them taken, each by itself, or all or none (`atomic`).
@ApplicationScoped
class AcceptanceBatch {

    private final Acceptances acceptances;

    AcceptanceBatch(Acceptances acceptances) {
        this.acceptances = acceptances;
    }

    /// Within the caller's transaction.
    BatchAnswer run(BatchBody body, boolean dryRun, boolean atomic, boolean failedOnly) {
        List<RowResult> unreadable = new ArrayList<>();
        List<Wanted> wanted = read(body, unreadable);
        boolean judgeFirst = dryRun || atomic;
        List<RowResult> results = acceptances.accept(wanted, !judgeFirst);
        boolean failed = !unreadable.isEmpty() || results.stream().anyMatch(result -> result.problem() != null);
        if (atomic && !dryRun && !failed) {
            results = acceptances.accept(wanted, true);
        }
        List<RowResult> all = new ArrayList<>(results);
        all.addAll(unreadable);
        all.sort(Comparator.comparingInt(RowResult::row));
        return BatchAnswer.of(all, dryRun, atomic, failedOnly);
    }

    private static List<Wanted> read(BatchBody body, List<RowResult> unreadable) {
        List<Wanted> wanted = new ArrayList<>();
        try (body) {
            for (List<BatchRow> rows = body.next(10_000); !rows.isEmpty(); rows = body.next(10_000)) {
                for (BatchRow row : rows) {
                    try {
                        wanted.add(read(row));
                    } catch (Problem problem) {
                        unreadable.add(RowResult.failed(row.number(), problem));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wanted;
    }

    private static Wanted read(BatchRow row) {
        String id = row.fields().get("reportId");
        @Nullable String edition = row.fields().get("edition");
        try {
            if (id == null) {
                throw invalid("reportId", "Thiếu mã báo cáo.", "The report's id is missing.");
            }
            return new Wanted(
                    row.number(), UUID.fromString(id), edition == null ? null : Integer.valueOf(edition), null);
        } catch (NumberFormatException e) {
            throw invalid("edition", "Số bản phát hành là số nguyên.", "An edition is a whole number.");
        } catch (IllegalArgumentException e) {
            throw invalid("reportId", "Mã báo cáo là một UUID.", "A report's id is a UUID.");
        }
    }

    private static Problem invalid(String field, String vi, String en) {
        Text message = new Text(vi, en);
        return new Problem(KitProblem.INVALID_REQUEST, message).violation("body", field, message);
    }
}
