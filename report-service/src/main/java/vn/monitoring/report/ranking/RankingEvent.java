package vn.monitoring.report.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.outbox.Fact;

/// What is told of a published ranking; its rows are read from the service.
record RankingEvent(
        UUID id,
        String unitCode,
        String period,
        LocalDate asOf,
        int policyVersion,
        String status,
        @Nullable UUID corrects,
        @Nullable String difference,
        long ranked,
        long unranked,
        String contentHash,
        Instant publishedAt,
        long version) {

    static final String TOPIC = "monitoring.ranking";

    static Fact published(Run run, List<Score> scores, Instant now) {
        long ranked = scores.stream().filter(score -> score.rank() != null).count();
        RankingEvent state = new RankingEvent(
                run.id(),
                run.unitCode(),
                run.period().key(),
                run.asOf(),
                run.policyVersion(),
                run.status().name(),
                run.corrects(),
                run.difference(),
                ranked,
                scores.size() - ranked,
                run.contentHash(),
                now,
                run.version());
        return new Fact(TOPIC, "vn.monitoring.ranking.published.v1", run.id().toString(), now, state);
    }
}
