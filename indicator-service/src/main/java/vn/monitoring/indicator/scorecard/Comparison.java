package vn.monitoring.indicator.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.GradeStatus;

/// Units of one type side by side for one indicator of the catalogue.
///
/// @param ranked    judged ones by rank; ties share a rank
/// @param notRanked greys, and units without this indicator or without a figure, by code
@Schema(name = "Comparison")
record Comparison(
        String unitCode,
        String type,
        LocalDate asOf,
        String canonicalCode,
        String canonicalName,
        String measureUnit,
        String direction,
        List<Row> ranked,
        List<Row> notRanked) {

    /// @param rank   1 for the best; null where it is not ranked
    /// @param status null where the unit has no such indicator or no grade
    @Schema(name = "ComparisonRow")
    record Row(
            @Nullable Integer rank,
            String unitCode,
            String unitName,
            @Nullable UUID indicatorId,
            @Nullable UUID gradeId,
            @Nullable GradeStatus status,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable LocalDate asOf,
            @Nullable TargetOf target) {}

    /// The target that counted.
    @Schema(name = "ComparisonTarget")
    record TargetOf(
            String raw, @Nullable BigDecimal low, @Nullable BigDecimal high, LocalDate dueDate) {}
}
