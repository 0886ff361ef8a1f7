package vn.monitoring.indicator.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A conflict as the API shows it.
///
/// @param otherIndicatorId the row of the same name that says B
@Schema(name = "TargetConflict")
record ConflictResponse(
        UUID id,
        UUID indicatorId,
        @Nullable UUID otherIndicatorId,
        LocalDate dueDate,
        TargetConflict.Source source,
        Side a,
        Side b,
        TargetConflict.Status status,
        String openedBy,
        Instant openedAt,
        TargetConflict.@Nullable Choice chosen,
        @Nullable String chosenRaw,
        @Nullable String decisionDocument,
        @Nullable String note,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        long version) {

    /// One of the two readings, in the document's own words, and where it stands.
    @Schema(name = "TargetConflictSide")
    record Side(String raw, String place) {}

    static ConflictResponse from(TargetConflict conflict) {
        return new ConflictResponse(
                conflict.id(),
                conflict.indicatorId(),
                conflict.otherIndicatorId(),
                conflict.dueDate(),
                conflict.source(),
                new Side(conflict.firstRaw(), conflict.firstPlace()),
                new Side(conflict.secondRaw(), conflict.secondPlace()),
                conflict.status(),
                conflict.openedBy(),
                conflict.openedAt(),
                conflict.choice(),
                conflict.chosenRaw(),
                conflict.decisionDocument(),
                conflict.note(),
                conflict.decidedBy(),
                conflict.decidedAt(),
                conflict.version());
    }
}
