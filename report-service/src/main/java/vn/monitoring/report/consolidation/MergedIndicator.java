package vn.monitoring.report.consolidation;

import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An indicator over all units that reported it.
///
/// @param canonicalCode of the catalogue; what units call it does not matter
/// @param numerator sum over the units that gave both parts; null for a count
/// @param denominator likewise
/// @param value of a share 100·numerator/denominator in percent with two decimals, of a count the sum; null when
/// nothing adds up
/// @param reporting units whose figure is in the sum
/// @param notAddable units that reported a percentage without its parts: they are in no sum
/// @param expected units that have the indicator, and those whose report is missing
/// @param provisional under 80 % of the expected units are in the sum
/// @param statuses how many units stand at which grade
/// @param worst the worst grade among them, null when none was graded
@Schema(name = "ConsolidatedIndicator")
public record MergedIndicator(
        String canonicalCode,
        String name,
        @Nullable String measureUnit,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        int reporting,
        int notAddable,
        int expected,
        boolean provisional,
        Map<String, Integer> statuses,
        @Nullable String worst) {}
