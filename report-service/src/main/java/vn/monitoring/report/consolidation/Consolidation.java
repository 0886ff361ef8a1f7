package vn.monitoring.report.consolidation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a report took from those of the units below, as it stood when it was made.
///
/// @param sources the reports that are in it
@Schema(name = "Consolidation")
public record Consolidation(UUID reportId, Instant madeAt, String madeBy, Merged facts, List<Source> sources) {

    /// A report that went in.
    ///
    /// @param edition which of its editions
    /// @param acceptedEdition the newest accepted one: a later one came after the consolidation
    @Schema(name = "ConsolidationSource")
    public record Source(
            UUID reportId,
            String unitCode,
            String unitName,
            int edition,
            @Nullable Integer acceptedEdition,
            boolean changedSince) {}
}
