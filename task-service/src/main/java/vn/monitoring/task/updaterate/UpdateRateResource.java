package vn.monitoring.task.updaterate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Page;
import vn.monitoring.task.progress.MonthlyRule;

/// Update rates over HTTP.
@Path("/api/v1/update-rates")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "progress")
public class UpdateRateResource {

    private final UpdateRates rates;

    UpdateRateResource(UpdateRates rates) {
        this.rates = rates;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getUpdateRates",
            summary = "How many open tasks had a valid update in a month, by plan and lead",
            description =
                    "Numerator and denominator, held against 90 %. A month whose window has closed never changes; of one that"
                            + " runs it is what came in so far. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The total and a page of the leads",
            content = @Content(schema = @Schema(implementation = UpdateRates.Answer.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    public UpdateRates.Answer get(
            @Parameter(description = "Tasks led within this unit", example = "10675") @QueryParam("unit") @Nullable
                    String unit,
            @QueryParam("planId") @Nullable UUID planId,
            @Parameter(required = true, example = "2026-05") @QueryParam("month") @NotNull @Nullable String month,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return rates.rates(unit, planId, month(month), MonthlyRule.TARGET_PERCENT, cursor, limit);
    }

    private static Period month(@Nullable String key) {
        return Period.find(key == null ? "" : key)
                .filter(period -> period.frequency() == Period.Frequency.MONTH)
                .orElseThrow(() -> new Problem(
                                KitProblem.INVALID_REQUEST,
                                "Tháng không đúng dạng. Hãy viết như 2026-05.",
                                "The month cannot be read. Write it as 2026-05.")
                        .violation("query", "month", new Text("Dạng 2026-05.", "As 2026-05.")));
    }
}
