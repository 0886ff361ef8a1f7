package vn.monitoring.report.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.outbox.Fact;

/// What is told of a confirmed sheet.
record SheetEvent(
        UUID id,
        String unitCode,
        int year,
        String status,
        UUID rankingId,
        @Nullable BigDecimal score,
        int points,
        @Nullable BigDecimal total,
        @Nullable Classification classification,
        Instant confirmedAt,
        long version) {

    static final String TOPIC = "monitoring.ranking";

    static Fact confirmed(SheetResponse sheet, Instant now) {
        SheetEvent state = new SheetEvent(
                sheet.id(),
                sheet.unitCode(),
                sheet.year(),
                sheet.status().name(),
                sheet.rankingId(),
                sheet.score(),
                SheetRule.net(sheet.points()),
                sheet.total(),
                sheet.classification(),
                now,
                sheet.version());
        return new Fact(
                TOPIC, "vn.monitoring.evaluation.confirmed.v1", sheet.id().toString(), now, state);
    }
}
