package vn.monitoring.task.calendarfeed;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Asks for a secret link to a unit's deadlines.
///
/// @param label where it is used, to find it again when it is to be revoked
@Schema(name = "CalendarLinkRequest", examples = "{\"unitCode\":\"10675.VHXH\",\"label\":\"Điện thoại của phòng\"}")
record CalendarLinkRequest(
        @NotBlank @Size(max = 40) String unitCode,
        @Size(max = 200) @Nullable String label) {}
