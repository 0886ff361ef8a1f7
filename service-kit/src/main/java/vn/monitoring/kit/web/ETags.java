package vn.monitoring.kit.web;

import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.problem.ProblemMapper;

/// Strong entity tags made from an aggregate's version.
public final class ETags {

    private ETags() {}

    /// The header's value, with its quotes: `"7"`.
    public static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /// Checks what the client believes to change: 428 without `If-Match`, 412 for another version; `*` matches any.
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                    KitProblem.PRECONDITION_REQUIRED,
                    "Hãy gửi kèm tiêu đề If-Match với giá trị ETag của lần đọc gần nhất.",
                    "Send the header If-Match with the ETag that you read last.");
        }
        if (!ifMatch.strip().equals("*") && !matches(ifMatch, version)) {
            throw ProblemMapper.stale();
        }
    }

    /// Whether an `If-None-Match` or `If-Match` list names this version.
    public static boolean matches(@Nullable String header, long version) {
        return header != null && names(header, of(version));
    }

    static boolean names(String header, String tag) {
        for (String named : header.split(",", -1)) {
            if (named.strip().equals(tag)) {
                return true;
            }
        }
        return false;
    }
}
