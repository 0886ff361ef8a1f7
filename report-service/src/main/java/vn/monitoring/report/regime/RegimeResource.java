package vn.monitoring.report.regime;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// Regimes over HTTP.
@Tag(name = "Report regimes")
@Path("/api/v1/report-regimes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RegimeResource {

    private final Regimes regimes;

    RegimeResource(Regimes regimes) {
        this.regimes = regimes;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.STANDING_BODY})
    @Operation(
            operationId = "createReportRegime",
            summary = "Set up a reporting regime",
            description = "What is left out follows Decree 09/2019/NĐ-CP. The receiver lies in the caller's units.")
    @APIResponseSchema(value = RegimeResponse.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the receiver is not in the caller's units")
    @APIResponse(responseCode = "409", description = "REGIME_EXISTS (with regimeId), REQUEST_IN_PROGRESS")
    @APIResponse(responseCode = "422", description = "REGIME_INVALID, IDEMPOTENCY_KEY_REUSED")
    public Response create(
            @NotNull @Valid RegimeRequest request, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Regime regime = regimes.create(request);
        return Response.created(URI.create("/api/v1/report-regimes/" + regime.id()))
                .header("ETag", ETags.of(regime.version()))
                .entity(RegimeResponse.from(regime))
                .build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.STANDING_BODY})
    @Operation(
            operationId = "reviseReportRegime",
            summary = "Set a regime anew for the periods that are not open yet",
            description = "Open periods keep the revision that they were opened under. The receiver cannot change.")
    @APIResponse(responseCode = "409", description = "REGIME_EXISTS (with regimeId), REGIME_ENDED")
    @APIResponse(responseCode = "422", description = "REGIME_INVALID")
    public RestResponse<RegimeResponse> revise(
            @PathParam("id") UUID id,
            @NotNull @Valid RegimeRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(regimes.revise(id, request, ifMatch));
    }

    @POST
    @Path("{id}/ending")
    @Idempotent
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.STANDING_BODY})
    @Operation(
            operationId = "endReportRegime",
            summary = "End a regime with its last day",
            description = "Periods cut off after that day are not opened; what is owed already stays owed. A last day"
                    + " that has not passed can be moved by ending again.")
    @APIResponseSchema(value = RegimeResponse.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "REGIME_ENDED, REQUEST_IN_PROGRESS")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response end(
            @PathParam("id") UUID id,
            @NotNull @Valid EndingRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Regime regime = regimes.end(id, request.lastDay(), ifMatch);
        return Response.ok(RegimeResponse.from(regime))
                .header("ETag", ETags.of(regime.version()))
                .build();
    }

    /// The last day of a regime.
    @Schema(name = "RegimeEndingRequest", examples = """
            {"lastDay":"2026-12-14"}""")
    public record EndingRequest(
            @NotNull @Schema(description = "the last cut-off date that is still opened")
            LocalDate lastDay) {}

    @GET
    @Path("{id}/revisions")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "listReportRegimeRevisions", summary = "List what was set of a regime, oldest first")
    public Page<RegimeRevision> revisions(@PathParam("id") UUID id) {
        return new Page<>(regimes.listRevisions(id), null);
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listReportRegimes",
            summary = "List the regimes in which the caller's units receive or send")
    public RestResponse<Page<RegimeResponse>> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(regimes.list(cursor, limit).map(RegimeResponse::from), uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "getReportRegime", summary = "Read a regime with all of its settings")
    public RestResponse<RegimeResponse> get(@PathParam("id") UUID id) {
        return answer(regimes.get(id));
    }

    private static RestResponse<RegimeResponse> answer(Regime regime) {
        return RestResponse.ResponseBuilder.ok(RegimeResponse.from(regime))
                .header("ETag", ETags.of(regime.version()))
                .build();
    }
}
