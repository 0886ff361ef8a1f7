package vn.monitoring.report.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An entry of the register as those see it who decide.
@Schema(name = "Publication")
public record PublicationResponse(
        UUID id,
        String kind,
        String unitCode,
        String unitName,
        String period,
        LocalDate asAt,
        List<String> fields,
        String decision,
        String licence,
        Instant publicFrom,
        String decidedBy,
        Instant decidedAt,
        @Nullable Instant withdrawnAt,

        @Nullable @Schema(description = "REPLACED when it was published again")
        String withdrawalReason,

        int rowCount,
        long version) {

    static PublicationResponse from(Publication publication) {
        return new PublicationResponse(
                publication.id(),
                publication.kind(),
                publication.unitCode(),
                publication.unitName(),
                publication.period(),
                publication.asAt(),
                publication.fields(),
                publication.decision(),
                publication.licence(),
                publication.publicFrom(),
                publication.decidedBy(),
                publication.decidedAt(),
                publication.withdrawnAt(),
                publication.withdrawalReason(),
                publication.rowCount(),
                publication.version());
    }
}
