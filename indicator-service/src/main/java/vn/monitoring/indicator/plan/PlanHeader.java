package vn.monitoring.indicator.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.unit.Block;

/// What a plan's document says of itself.
///
/// @param number number and symbol as written, null while the document has none
/// @param planYear the year of an annual plan
/// @param horizonStart first day of the horizon
/// @param horizonEnd last day of the horizon
/// @param supersedes number of the plan that this one replaces
/// @param parentNumber number of the plan above it
record PlanHeader(
        String unitCode,
        Block block,
        String docType,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        String title,
        @Nullable String issuer,
        @Nullable Integer planYear,
        LocalDate horizonStart,
        LocalDate horizonEnd,
        List<String> legalBases,
        @Nullable String supersedes,
        @Nullable String parentNumber) {}
