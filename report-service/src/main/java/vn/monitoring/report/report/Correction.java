package vn.monitoring.report.report;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Why parts of an accepted report were opened, and how that ended.
///
/// @param parts `*`, `section:<key>`, `figure:<GRADE|TASK>:<id>`
/// @param document the decision behind it: number and date
/// @param openedByReceiver true when the receiver unlocked a figure, false when the sender corrects its own report
/// @param closedAt null while it is open
/// @param edition the edition that it led to, null while it is open and when it was withdrawn
@Schema(name = "ReportCorrection")
public record Correction(
        int number,
        List<String> parts,
        String reason,
        @Nullable String document,
        Instant openedAt,
        String openedBy,
        boolean openedByReceiver,
        @Nullable Instant closedAt,
        @Nullable Integer edition,
        boolean withdrawn) {}
