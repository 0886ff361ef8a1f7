package vn.monitoring.report.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;
import vn.monitoring.report.ranking.Component;
import vn.monitoring.report.ranking.RankingResponse;
import vn.monitoring.report.ranking.Rankings.Standing;
import vn.monitoring.report.ranking.Ratio;

/// An evaluation sheet as clients see it.
///
/// @param row what the published ranking of the year says, frozen
/// @param parts its components with numerators and denominators
/// @param score of the ranking, of 100, rounded to two decimals
/// @param total with bonus and penalty; null when nothing could be counted
/// @param classification null until it is assessed, and for a commune that has no rank
@Schema(name = "EvaluationSheet")
public record SheetResponse(
        UUID id,
        String unitCode,
        String unitName,
        String aboveUnitCode,
        int year,
        SheetStatus status,
        UUID rankingId,
        int policyVersion,
        RankingResponse.Row row,
        List<RankingResponse.OpenedPart> parts,
        Map<Component, String> selfAssessment,
        List<Points> points,
        @Nullable BigDecimal score,
        @Nullable BigDecimal total,
        @Nullable Classification classification,
        @Nullable Text classificationTitle,
        @Nullable String assessment,
        Instant madeAt,
        String madeBy,
        @Nullable Instant submittedAt,
        @Nullable String submittedBy,
        @Nullable Instant assessedAt,
        @Nullable String assessedBy,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        long version) {

    static SheetResponse from(Sheet sheet) {
        Standing standing = sheet.standing();
        List<Points> points = sheet.points();
        Ratio score = standing.total();
        Classification classification = sheet.classification();
        return new SheetResponse(
                sheet.id(),
                sheet.unitCode(),
                standing.row().unitName(),
                sheet.aboveUnitCode(),
                sheet.year(),
                sheet.status(),
                standing.rankingId(),
                standing.policyVersion(),
                standing.row(),
                standing.parts(),
                sheet.selfAssessment(),
                points,
                score == null ? null : score.percent(),
                score == null
                        ? null
                        : new SheetRule(standing.policy())
                                .total(score, points)
                                .over(100)
                                .percent(),
                classification,
                classification == null ? null : classification.title(),
                sheet.assessment(),
                sheet.madeAt(),
                sheet.madeBy(),
                sheet.submittedAt(),
                sheet.submittedBy(),
                sheet.assessedAt(),
                sheet.assessedBy(),
                sheet.confirmedAt(),
                sheet.confirmedBy(),
                sheet.version());
    }
}
