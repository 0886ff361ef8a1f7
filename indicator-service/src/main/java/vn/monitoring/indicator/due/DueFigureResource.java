package vn.monitoring.indicator.due;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.period.PeriodClosures;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// What is due, over HTTP.
@Path("/api/v1/due-measurements")
@Tag(name = "measurements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DueFigureResource {

    private final DueFigures due;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    DueFigureResource(DueFigures due, Scope scope, Caller caller, Clock clock) {
        this.due = due;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listDueMeasurements",
            summary = "Figures that a unit and those below it owe, with how far each has come",
            description =
                    "An indicator of a plan in force is due for periods as long as the catalogue says (a quarter without a word). "
                            + "Without `period`: the last month, quarter, half-year and year that have ended.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is absent or outside of the caller's units")
    @APIResponse(responseCode = "409", description = "PERIOD_UNKNOWN")
    public RestResponse<Page<DueFigure>> list(
            @QueryParam("unit") @NotNull @NotBlank String unit,
            @QueryParam("period") @Nullable String period,
            @Parameter(description = "MISSING lists what was never submitted") @QueryParam("state")
                    DueFigure.@Nullable State state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        scope.require(unit);
        return PageAnswer.of(
                due.list(unit, periods(period), state, caller.unitCodes(), Cursor.decode(cursor, 3), limit), uri);
    }

    @GET
    @Path("counts")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "countDueMeasurements",
            summary = "How many figures each responsible unit owes, and how many are missing, waiting or verified")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is absent or outside of the caller's units")
    @APIResponse(responseCode = "409", description = "PERIOD_UNKNOWN")
    public RestResponse<Page<DueFigure.Count>> count(
            @QueryParam("unit") @NotNull @NotBlank String unit,
            @QueryParam("period") @Nullable String period,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        scope.require(unit);
        return PageAnswer.of(
                due.count(unit, periods(period), caller.unitCodes(), Cursor.decode(cursor, 2), limit), uri);
    }

    private List<Period> periods(@Nullable String key) {
        LocalDate today = LocalDate.now(clock);
        return DuePeriods.on(today, Optional.ofNullable(key).map(asked -> PeriodClosures.known(asked, today)));
    }
}
