package vn.monitoring.report.letterhead;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.document.OfficialDocument.Signing;

/// Head and foot of a unit's documents.
///
/// @param superior the authority above, printed over the issuing one; null where there is none
/// @param symbol after the number of a report: `BC-UBND`, `BC/ĐU`
/// @param onBehalfOf null where the position signs for itself
/// @param position who signs; never a person's name
/// @param recipients after `Nơi nhận:`, without the receiver of the report, who stands first
@Schema(name = "Letterhead")
public record Letterhead(
        @Nullable String superior,
        String authority,
        String symbol,
        String place,
        @Nullable String onBehalfOf,
        String position,
        List<String> recipients) {

    public Signing signing() {
        return new Signing(onBehalfOf, position);
    }
}
