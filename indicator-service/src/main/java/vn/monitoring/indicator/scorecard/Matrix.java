package vn.monitoring.indicator.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.GradeStatus;

/// The units directly below a unit against the indicators of the catalogue: one page of its rows.
///
/// @param columns what the rows of this page have cells for, by code; another page may add to them
/// @param items   the units by code; one without a graded indicator of the catalogue has no cells
/// @param next    cursor of the following rows, null on the last page
@Schema(name = "ScorecardMatrix")
@JsonInclude(JsonInclude.Include.ALWAYS)
record Matrix(
        String unitCode,
        LocalDate asOf,
        List<Column> columns,
        List<Row> items,
        @Nullable String next) {

    @Schema(name = "ScorecardMatrixColumn")
    record Column(String canonicalCode, String canonicalName, String measureUnit) {}

    /// A unit with everything below it.
    ///
    /// @param cells by the indicators' codes, those it has
    @Schema(name = "ScorecardMatrixRow")
    record Row(String unitCode, String unitName, String type, List<Cell> cells) {}

    /// The worst grade of a unit's indicators of one code.
    ///
    /// @param indicatorId the indicator with the worst grade
    /// @param value       its figure; null where there is none
    /// @param asOf        the day from which its grade stands
    /// @param indicators  how many graded indicators the cell stands for
    @Schema(name = "ScorecardMatrixCell")
    record Cell(
            String canonicalCode,
            UUID indicatorId,
            GradeStatus status,
            boolean regressing,
            boolean atRisk,
            boolean provisional,
            @Nullable BigDecimal value,
            LocalDate asOf,
            int indicators) {}
}
