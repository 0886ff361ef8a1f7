package vn.monitoring.indicator.measurement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.ProblemBody;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;

@Path("/api/v1")
@Tag(name = "measurements", description = "Figures of indicators: submitted, verified by another person, revised")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(
        responseCode = "401",
        description = "no valid token",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
@APIResponse(
        responseCode = "403",
        description = "role",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
public class MeasurementResource {

    private static final String IF_MATCH = HttpHeaders.IF_MATCH;

    private final MeasurementService measurements;

    MeasurementResource(MeasurementService measurements) {
        this.measurements = measurements;
    }

    @POST
    @Path("measurements")
    @Idempotent
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATION})
    @Operation(operationId = "submitMeasurement", summary = "Submit the figure of an indicator for a period")
    @APIResponse(
            responseCode = "201",
            description = "submitted",
            content = @Content(schema = @Schema(implementation = MeasurementState.class)))
    @APIResponse(responseCode = "400", description = "shape")
    @APIResponse(responseCode = "404", description = "no such indicator in the caller's units")
    @APIResponse(responseCode = "409", description = "figure exists, period closed or unknown, same key in progress")
    @APIResponse(responseCode = "422", description = "figures that cannot be")
    public Response submit(@Valid @NotNull MeasurementRequest request) {
        MeasurementState state = measurements.submit(request);
        return Response.created(URI.create("/api/v1/measurements/" + state.id()))
                .header(HttpHeaders.ETAG, ETags.of(state.version()))
                .entity(state)
                .build();
    }

    @GET
    @Path("measurements")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "listMeasurements", summary = "Figures in the caller's units, newest first")
    @APIResponse(responseCode = "200", description = "a page")
    @APIResponse(responseCode = "400", description = "a parameter of the wrong shape")
    @APIResponse(responseCode = "404", description = "no such unit in the caller's units")
    public Page<MeasurementState> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("indicatorId") @Nullable UUID indicatorId,
            @QueryParam("period") @Nullable String period,
            @QueryParam("status") @Nullable MeasurementStatus status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return measurements.list(new MeasurementList.Filter(unit, indicatorId, period, status), cursor, limit);
    }

    @GET
    @Path("measurements/{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "getMeasurement", summary = "One figure with its status")
    @APIResponse(
            responseCode = "200",
            description = "the figure",
            content = @Content(schema = @Schema(implementation = MeasurementState.class)))
    @APIResponse(responseCode = "304", description = "as the client knows it")
    @APIResponse(responseCode = "404", description = "none in the caller's units")
    public Response get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        MeasurementState state = measurements.get(id);
        if (ETags.matches(ifNoneMatch, state.version())) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, ETags.of(state.version()))
                    .build();
        }
        return tagged(state);
    }

    @GET
    @Path("measurements/{id}/history")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listMeasurementHistory",
            summary = "The states that a figure went through before the current one, newest first")
    @APIResponse(responseCode = "200", description = "a page")
    @APIResponse(responseCode = "404", description = "none in the caller's units")
    public Page<MeasurementState> history(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return measurements.history(id, cursor, limit);
    }

    @PUT
    @Path("measurements/{id}")
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD, Role.INTEGRATION})
    @Operation(
            operationId = "reviseMeasurement",
            summary = "Replace the figures; they await verification again",
            description = "A verified figure stays the graded one until its revision is verified.")
    @APIResponse(
            responseCode = "200",
            description = "revised",
            content = @Content(schema = @Schema(implementation = MeasurementState.class)))
    @APIResponse(responseCode = "404", description = "none in the caller's units")
    @APIResponse(responseCode = "409", description = "period closed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "422", description = "figures that cannot be")
    @APIResponse(responseCode = "428", description = "no If-Match")
    public Response revise(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull MeasurementRequest.Revision request) {
        return tagged(measurements.revise(id, ifMatch, request));
    }

    @POST
    @Path("measurements/{id}/verification")
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.UNIT_HEAD, Role.LEADER})
    @Operation(operationId = "verifyMeasurement", summary = "Confirm a figure that another person submitted; grades it")
    @APIResponse(
            responseCode = "200",
            description = "verified",
            content = @Content(schema = @Schema(implementation = MeasurementState.class)))
    @APIResponse(responseCode = "404", description = "none in the caller's units")
    @APIResponse(responseCode = "409", description = "not awaiting verification, or period closed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "no If-Match")
    public Response verify(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @Valid MeasurementRequest.@Nullable Verification request) {
        return tagged(measurements.verify(
                id, ifMatch, request == null ? new MeasurementRequest.Verification(null) : request));
    }

    @POST
    @Path("measurements/{id}/return")
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.UNIT_HEAD, Role.LEADER})
    @Operation(operationId = "returnMeasurement", summary = "Send a figure back to its submitter with a reason")
    @APIResponse(
            responseCode = "200",
            description = "returned",
            content = @Content(schema = @Schema(implementation = MeasurementState.class)))
    @APIResponse(responseCode = "400", description = "no reason")
    @APIResponse(responseCode = "404", description = "none in the caller's units")
    @APIResponse(responseCode = "409", description = "not awaiting verification, or period closed")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "no If-Match")
    public Response sendBack(
            @PathParam("id") UUID id,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull MeasurementRequest.Return request) {
        return tagged(measurements.sendBack(id, ifMatch, request));
    }

    private static Response tagged(MeasurementState state) {
        return Response.ok(state)
                .header(HttpHeaders.ETAG, ETags.of(state.version()))
                .build();
    }
}
