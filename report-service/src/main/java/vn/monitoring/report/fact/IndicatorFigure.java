package vn.monitoring.report.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;

/// An indicator's grade as a report shows it, with the ids that lead back to its source.
///
/// @param unitCode the unit that is responsible for the indicator
/// @param asOf the day the grade speaks of
/// @param period the period of the graded measurement
/// @param status status name of domain.md, such as `SLIGHTLY_BEHIND`
/// @param value in `measureUnit`; a share in percent
/// @param shortfall what is missing until the target is met, in `shortfallMeasure`: THINGS, POINTS or OWN_UNIT
/// @param previous as at the cut-off of the period before, null where nothing was known
/// @param lastYear as at the cut-off of the same period one year earlier
/// @param eventId the CloudEvents id of the fact that this figure was taken from: of the grade, or of the indicator's
/// state where it had none
@Schema(name = "IndicatorFigure")
public record IndicatorFigure(
        UUID indicatorId,
        UUID planId,
        String unitCode,
        @Nullable String number,
        String name,
        @Nullable String group,
        LocalDate asOf,
        @Nullable String period,
        String status,
        boolean regressing,
        boolean atRisk,
        boolean provisional,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable String measureUnit,
        @Nullable BigDecimal expected,

        @Schema(
                description = "the milestone it was graded against: year, raw text, comparator, low, high",
                type = SchemaType.OBJECT)
        @Nullable
        JsonNode target,

        @Nullable BigDecimal shortfall,
        @Nullable String shortfallMeasure,

        @Nullable Text explanation,
        @Nullable Integer policyVersion,
        @Nullable UUID measurementId,
        @Nullable EarlierFigure previous,
        @Nullable EarlierFigure lastYear,
        String eventId,
        long version) {

    /// Whether it stands in the report without ever having been graded by the cut-off.
    @JsonIgnore
    public boolean isUngraded() {
        return policyVersion == null && measurementId == null && value == null;
    }

    static IndicatorFigure from(
            JsonNode grade,
            String unitCode,
            String eventId,
            @Nullable EarlierFigure previous,
            @Nullable EarlierFigure lastYear) {
        JsonNode overlays = grade.path("overlays");
        return new IndicatorFigure(
                Json.uuid(grade, "indicatorId"),
                Json.uuid(grade, "planId"),
                unitCode,
                Json.filled(grade, "indicatorNumber"),
                Json.textOr(grade, "indicatorName", ""),
                Json.text(grade, "group"),
                LocalDate.parse(Json.textOr(grade, "asOf", "")),
                Json.text(grade, "period"),
                Json.textOr(grade, "status", "NO_DATA"),
                overlays.path("regressing").asBoolean(),
                overlays.path("atRisk").asBoolean(),
                overlays.path("provisional").asBoolean(),
                Json.decimal(grade, "value"),
                Json.decimal(grade, "numerator"),
                Json.decimal(grade, "denominator"),
                Json.text(grade, "measureUnit"),
                Json.decimal(grade, "expected"),
                Json.node(grade, "target"),
                Json.decimal(grade, "shortfall"),
                Json.text(grade, "shortfallMeasure"),
                explanation(grade.path("explanation")),
                Json.integer(grade, "policyVersion"),
                Json.optionalUuid(grade, "measurementId"),
                previous,
                lastYear,
                eventId,
                grade.path("version").asLong());
    }

    private static @Nullable Text explanation(JsonNode node) {
        return node.hasNonNull("vi")
                ? new Text(
                        node.get("vi").asText(),
                        node.path("en").asText(node.get("vi").asText()))
                : null;
    }
}
