package vn.monitoring.report.obligation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;
import vn.monitoring.report.regime.Regime;
import vn.monitoring.report.regime.Regimes;

/// The periods of a regime over HTTP.
@Tag(name = "Report regimes")
@Path("/api/v1/report-regimes/{id}/periods")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PeriodResource {

    private final Regimes regimes;
    private final PeriodOpening opening;
    private final Clock clock;

    PeriodResource(Regimes regimes, PeriodOpening opening, Clock clock) {
        this.regimes = regimes;
        this.opening = opening;
        this.clock = clock;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.STANDING_BODY})
    @Operation(
            operationId = "openReportPeriod",
            summary = "Open a period: one obligation for each sender",
            description =
                    "Opening it again changes nothing and says so (200, created 0). The receiver lies in the caller's units.")
    @APIResponseSchema(
            value = PeriodResponse.class,
            responseCode = "201",
            responseDescription = "Obligations were created")
    @APIResponse(
            responseCode = "200",
            description = "The period was open already; nothing changed",
            content = @Content(schema = @Schema(implementation = PeriodResponse.class)))
    @APIResponse(responseCode = "409", description = "PERIOD_NOT_BEGUN, REGIME_ENDED, NO_SENDERS, REQUEST_IN_PROGRESS")
    @APIResponse(responseCode = "422", description = "PERIOD_NOT_OF_REGIME, IDEMPOTENCY_KEY_REUSED")
    public Response open(
            @PathParam("id") UUID id,
            @NotNull @Valid PeriodRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Regime regime = regimes.getManaged(id);
        PeriodOpening.Opened opened = opening.open(regime, Obligations.period("body", request.period()));
        return Response.status(opened.created() > 0 ? Response.Status.CREATED : Response.Status.OK)
                .entity(PeriodResponse.from(opened, LocalDate.now(clock)))
                .build();
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listReportPeriods",
            summary = "List the open periods of a regime and its ad hoc calls, the last cut-off first")
    public RestResponse<Page<PeriodSummary>> list(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(opening.list(regimes.get(id), cursor, limit).map(PeriodSummary::from), uri);
    }
}
