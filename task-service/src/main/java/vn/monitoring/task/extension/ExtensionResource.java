package vn.monitoring.task.extension;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskResponse;
import vn.monitoring.task.task.TaskService;

/// Requests for extension and their decision over HTTP.
@Path("/api/v1/tasks/{id}/extensions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "extensions")
public class ExtensionResource {

    private final ExtensionService extensions;
    private final TaskService tasks;

    ExtensionResource(ExtensionService extensions, TaskService tasks) {
        this.extensions = extensions;
        this.tasks = tasks;
    }

    /// All requests of a task.
    @Schema(name = "Extensions")
    record Extensions(List<Extension> items) {}

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD})
    @Operation(
            operationId = "requestExtension",
            summary = "Ask for a later due day",
            description = "Of a task in hand: ASSIGNED, ACCEPTED, IN_PROGRESS, RETURNED; of a recurring one its present"
                    + " occurrence is meant. The ETag of the answer is the task's. Roles: reporter, unit-head.")
    @APIResponse(
            responseCode = "201",
            description = "Asked for",
            content = @Content(schema = @Schema(implementation = Extension.class)))
    @APIResponse(responseCode = "409", description = "WRONG_STATUS, TASK_HAS_PARTS, EXTENSION_PENDING")
    @APIResponse(responseCode = "422", description = "EXTENSION_NOT_LATER, NO_DUE_DAY")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response request(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ExtensionRequest request) {
        ExtensionService.Requested requested = extensions.request(id, ifMatch, request);
        return Response.created(URI.create("/api/v1/tasks/" + id + "/extensions"))
                .header(HttpHeaders.ETAG, ETags.of(requested.taskVersion()))
                .entity(requested.extension())
                .build();
    }

    @POST
    @Path("{number}/approval")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "approveExtension",
            summary = "Grant a later due day by a decision document",
            description = "The original day is kept beside it (`timing.originalDue`, `originalTimeliness`); by another"
                    + " person of another unit than the lead. Roles: standing-body, leader.")
    @APIResponse(
            responseCode = "200",
            description = "Extended",
            content = @Content(schema = @Schema(implementation = TaskResponse.class)))
    @APIResponse(responseCode = "409", description = "EXTENSION_DECIDED, WRONG_STATUS")
    @APIResponse(responseCode = "422", description = "SAME_PERSON, SAME_UNIT, EXTENSION_NOT_LATER, DATE_IN_FUTURE")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response approve(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ApprovalRequest request) {
        return answer(extensions.approve(id, number, ifMatch, request));
    }

    @POST
    @Path("{number}/refusal")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "refuseExtension",
            summary = "Refuse a later due day, with the reason",
            description = "By another person of another unit than the lead. Roles: standing-body, leader.")
    @APIResponse(
            responseCode = "200",
            description = "Refused; the due day stays",
            content = @Content(schema = @Schema(implementation = TaskResponse.class)))
    @APIResponse(responseCode = "409", description = "EXTENSION_DECIDED")
    @APIResponse(responseCode = "422", description = "SAME_PERSON, SAME_UNIT, DATE_IN_FUTURE")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response refuse(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid RefusalRequest request) {
        return answer(extensions.refuse(id, number, ifMatch, request));
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listExtensions",
            summary = "The requests for extension of a task and what was decided",
            description = "In their order. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = Extensions.class)))
    public Extensions list(@PathParam("id") UUID id) {
        return new Extensions(extensions.list(id));
    }

    private Response answer(Task task) {
        return Response.ok(tasks.answer(task))
                .header(HttpHeaders.ETAG, ETags.of(task.version()))
                .build();
    }
}
