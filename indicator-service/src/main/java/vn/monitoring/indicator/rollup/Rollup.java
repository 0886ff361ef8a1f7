package vn.monitoring.indicator.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// Figures of a period for a number of units: one row a unit, one cell for each entry of the catalogue that is
/// expected or reported there.
///
/// @param total the rows added up
@Schema(name = "Rollup")
record Rollup(
        @Schema(implementation = String.class, examples = "2026-Q3")
        Period period,

        List<Entry> indicators,
        List<Cell> total,
        List<Row> rows) {

    /// An entry of the catalogue.
    ///
    /// @param rollUp RATIO_OF_SUMS, or SUM for counts
    @Schema(name = "RollupIndicator")
    record Entry(String canonicalCode, String name, String unit, String rollUp) {

        boolean isRatio() {
            return rollUp.equals("RATIO_OF_SUMS");
        }
    }

    /// @param own the province's own figures, which its sums leave out; absent where there are none
    @Schema(name = "RollupRow")
    record Row(
            String unitCode,
            String unitName,
            List<Cell> cells,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Cell> own) {}

    /// The meaning of the numbers is that of [Total].
    @Schema(name = "RollupCell")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cell(
            String canonicalCode,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            int reporting,
            int expected,
            boolean provisional) {

        /// @param stated the percentage of a unit that gave no counts
        static Cell of(String canonicalCode, Total total, @Nullable BigDecimal stated) {
            return new Cell(
                    canonicalCode,
                    total.numerator(),
                    total.denominator(),
                    total.valueOr(stated),
                    total.reporting(),
                    total.expected(),
                    total.provisional());
        }
    }
}
