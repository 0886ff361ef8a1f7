package vn.monitoring.report.obligation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// Obligations over HTTP.
@Tag(name = "Report obligations")
@Path("/api/v1/report-obligations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ObligationResource {

    private final Obligations obligations;
    private final Clock clock;

    ObligationResource(Obligations obligations, Clock clock) {
        this.obligations = obligations;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listReportObligations",
            summary = "List what the caller's units owe, newest cut-off first",
            description = "`unit` includes the units below it; a unit outside of the caller's is 404.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit of the filter is not in the caller's units")
    public RestResponse<Page<ObligationResponse>> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("regimeId") @Nullable UUID regimeId,
            @QueryParam("period") @Nullable String period,
            @QueryParam("status") @Nullable ObligationStatus status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        LocalDate today = LocalDate.now(clock);
        Page<Obligation> page = obligations.list(unit, regimeId, period, status, cursor, limit);
        return PageAnswer.of(page.map(obligation -> ObligationResponse.from(obligation, today)), uri);
    }

    @GET
    @Path("summary")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "summariseReportObligations",
            summary = "Completeness and timeliness per regime, period and level, the last cut-off first",
            description = "`asOf`: at the end of that day, today when left out; a report returned since counts as sent"
                    + " for the days on which it lay with the receiver. Numerators and denominators stand beside the"
                    + " rates.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit of the filter is not in the caller's units")
    public RestResponse<Page<ObligationSummary>> summary(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("regimeId") @Nullable UUID regimeId,
            @QueryParam("period") @Nullable String period,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(obligations.summarise(unit, regimeId, period, asOf, cursor, limit), uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "getReportObligation", summary = "Read one obligation")
    public ObligationResponse get(@PathParam("id") UUID id) {
        return ObligationResponse.from(obligations.get(id), LocalDate.now(clock));
    }
}
