package vn.monitoring.indicator.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// One entry of the catalogue from period to period.
@Schema(name = "RollupTrend")
record Trend(String unitCode, Rollup.Entry indicator, List<Point> points) {

    /// @param reporting units whose verified figure is in it
    @Schema(name = "RollupTrendPoint")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Point(
            @Schema(implementation = String.class, examples = "2026-Q3")
            Period period,

            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            int reporting) {}
}
