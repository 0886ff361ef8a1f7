package vn.monitoring.report.letterhead;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.document.OfficialDocument.Layout;

/// A unit's letterhead.
///
/// @param standard true as long as the unit has set none
/// @param version 0 for the standard one
@Schema(name = "UnitLetterhead")
public record LetterheadResponse(
        String unitCode,
        Layout layout,
        boolean standard,
        Letterhead letterhead,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        long version) {}
