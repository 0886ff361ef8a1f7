package vn.monitoring.task.inspection;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;
import vn.monitoring.task.task.TaskService;

/// Inspections over HTTP. The inspector reads them; who directs the unit holds them.
@Path("/api/v1/inspections")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inspections")
public class InspectionResource {

    private final InspectionService inspections;

    InspectionResource(InspectionService inspections) {
        this.inspections = inspections;
    }

    /// A page of inspections.
    @Schema(name = "InspectionPage")
    record InspectionPage(List<Inspection> items, @Nullable String next) {}

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER, Role.STEERING_COMMITTEE})
    @Operation(
            operationId = "planInspection",
            summary = "Plan an inspection of a unit",
            description =
                    "Planned, ad hoc or on a theme; of a plan, of single tasks or of the unit. Roles: standing-body, leader,"
                            + " steering-committee.")
    @APIResponse(
            responseCode = "201",
            description = "Planned",
            content = @Content(schema = @Schema(implementation = Inspection.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit or plan is not in the caller's scope")
    @APIResponse(responseCode = "422", description = "INSPECTION_DAYS, INSPECTED_TASK_UNKNOWN")
    public Response plan(@NotNull @Valid InspectionRequest request) {
        Inspection inspection = inspections.plan(request);
        return Response.created(URI.create("/api/v1/inspections/" + inspection.id()))
                .header(HttpHeaders.ETAG, ETags.of(inspection.version()))
                .entity(inspection)
                .build();
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listInspections",
            summary = "Inspections of the caller's units, the last to start first",
            description = "Each with its findings and how far these are put right. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link: rel=\"next\"` when there is another one",
            content = @Content(schema = @Schema(implementation = InspectionPage.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    public RestResponse<Page<Inspection>> list(
            @Parameter(description = "Of this unit and those below it", example = "10675") @QueryParam("unit") @Nullable
                    String unit,
            @Parameter(schema = @Schema(implementation = Inspection.Status.class)) @QueryParam("status") @Nullable
                    String status,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        InspectionStore.Filter filter =
                new InspectionStore.Filter(unit, TaskService.parse(Inspection.Status.class, "status", status));
        return PageAnswer.of(inspections.list(filter, cursor, limit), uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "getInspection", summary = "One inspection", description = "Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The inspection",
            content = @Content(schema = @Schema(implementation = Inspection.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(inspections.get(id));
    }

    @POST
    @Path("{id}/commencement")
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER, Role.STEERING_COMMITTEE})
    @Operation(
            operationId = "startInspection",
            summary = "Begin an inspection",
            description = "PLANNED → UNDER_WAY. Roles: standing-body, leader, steering-committee.")
    @APIResponse(
            responseCode = "200",
            description = "Done",
            content = @Content(schema = @Schema(implementation = Inspection.class)))
    @APIResponse(responseCode = "409", description = "INSPECTION_STATUS")
    public Response start(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(inspections.start(id, ifMatch));
    }

    @POST
    @Path("{id}/findings")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER, Role.STEERING_COMMITTEE})
    @Operation(
            operationId = "recordFinding",
            summary = "Record what was found and give out the task that puts it right",
            description =
                    "While UNDER_WAY or CONCLUDED. The task belongs to the plan named, to that of the task at fault, or to the"
                            + " inspection's. Roles: standing-body, leader, steering-committee.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; the inspection with all its findings",
            content = @Content(schema = @Schema(implementation = Inspection.class)))
    @APIResponse(responseCode = "409", description = "INSPECTION_STATUS")
    @APIResponse(responseCode = "422", description = "PLAN_NEEDED, DEADLINE_PASSED, UNIT_NOT_IN_PLAN")
    public Response record(@PathParam("id") UUID id, @NotNull @Valid FindingRequest request) {
        Inspection inspection = inspections.record(id, request);
        return Response.created(URI.create("/api/v1/inspections/" + id))
                .header(HttpHeaders.ETAG, ETags.of(inspection.version()))
                .entity(inspection)
                .build();
    }

    @POST
    @Path("{id}/conclusion")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER, Role.STEERING_COMMITTEE})
    @Operation(
            operationId = "concludeInspection",
            summary = "Conclude an inspection",
            description = "UNDER_WAY → CONCLUDED. Roles: standing-body, leader, steering-committee.")
    @APIResponse(
            responseCode = "200",
            description = "Concluded",
            content = @Content(schema = @Schema(implementation = Inspection.class)))
    @APIResponse(responseCode = "409", description = "INSPECTION_STATUS")
    public Response conclude(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ConclusionRequest request) {
        return answer(inspections.conclude(id, ifMatch, request.text()));
    }

    @POST
    @Path("{id}/closure")
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER, Role.STEERING_COMMITTEE})
    @Operation(
            operationId = "closeInspection",
            summary = "Close an inspection whose findings are put right",
            description =
                    "CONCLUDED → CLOSED, when the task of each finding is completed or was ended by a decision. Roles: standing-body, leader, steering-committee.")
    @APIResponse(
            responseCode = "200",
            description = "Done",
            content = @Content(schema = @Schema(implementation = Inspection.class)))
    @APIResponse(responseCode = "409", description = "INSPECTION_STATUS, FINDINGS_OPEN")
    public Response close(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(inspections.close(id, ifMatch));
    }

    private static Response answer(Inspection inspection) {
        return Response.ok(inspection)
                .header(HttpHeaders.ETAG, ETags.of(inspection.version()))
                .build();
    }
}
