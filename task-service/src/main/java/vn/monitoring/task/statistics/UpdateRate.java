package vn.monitoring.task.statistics;

import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How many of the monthly updates that were due came in valid and within their window; months whose window has not
/// closed do not count.
///
/// @param from the first month, `2026-10`
/// @param to the last one, the same without a period
@Schema(name = "UpdateRate")
record UpdateRate(
        @Schema(implementation = String.class, examples = "2026-10")
        YearMonth from,

        @Schema(implementation = String.class, examples = "2026-10")
        YearMonth to,

        Rate rate) {}
