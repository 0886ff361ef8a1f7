package vn.monitoring.report.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What an indicator stood at as at the cut-off of an earlier period, to compare with.
///
/// @param asOf the day that grade speaks of
/// @param eventId the CloudEvents id of the fact
@Schema(name = "EarlierFigure")
public record EarlierFigure(
        LocalDate asOf, String status, @Nullable BigDecimal value, String eventId) {

    static EarlierFigure from(JsonNode grade, String eventId) {
        return new EarlierFigure(
                LocalDate.parse(Json.textOr(grade, "asOf", "")),
                Json.textOr(grade, "status", "NO_DATA"),
                Json.decimal(grade, "value"),
                eventId);
    }
}
