package vn.monitoring.report.ranking;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A version of the policy; it never changes.
///
/// @param unitCode for whose communes it holds; null for the standard
/// @param version rising with each decision of a unit; 1 is the standard
@Schema(name = "RankingPolicy")
public record DecidedPolicy(
        @Nullable String unitCode,
        int version,
        RankingPolicy settings,
        @Nullable String decisionDocument,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {

    static final DecidedPolicy STANDARD = new DecidedPolicy(null, 1, RankingPolicy.STANDARD, null, null, null);
}
