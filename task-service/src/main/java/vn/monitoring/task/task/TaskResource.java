package vn.monitoring.task.task;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

/// Reading tasks, giving them out and taking them on.
@Path("/api/v1/tasks")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tasks")
public class TaskResource {

    private final TaskService tasks;

    TaskResource(TaskService tasks) {
        this.tasks = tasks;
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getTask",
            summary = "One task with its story",
            description = "The ETag is needed for every step of the task. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The task",
            content = @Content(schema = @Schema(implementation = TaskResponse.class)))
    @APIResponse(responseCode = "304", description = "Not changed since `If-None-Match`")
    public Response get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        TaskResponse task = tasks.read(id);
        String etag = ETags.of(task.version());
        if (ETags.matches(ifNoneMatch, task.version())) {
            return Response.notModified().header(HttpHeaders.ETAG, etag).build();
        }
        return Response.ok(task).header(HttpHeaders.ETAG, etag).build();
    }

    @POST
    @Path("{id}/assignment")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "assignTask",
            summary = "Give the task to its lead",
            description = "DRAFT → ASSIGNED. Roles: standing-body, leader.")
    @APIResponse(
            responseCode = "200",
            description = "Assigned",
            content = @Content(schema = @Schema(implementation = TaskResponse.class)))
    @APIResponse(responseCode = "409", description = "WRONG_STATUS, TASK_HAS_PARTS, TASK_NEEDS_DECISION")
    @APIResponse(responseCode = "422", description = "UNIT_NOT_IN_PLAN, DATE_IN_FUTURE")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response assign(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @Nullable AssignmentRequest request) {
        return answer(tasks.assign(id, ifMatch, request == null ? AssignmentRequest.AS_PLANNED : request));
    }

    @POST
    @Path("{id}/acknowledgement")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD})
    @Operation(
            operationId = "acknowledgeTask",
            summary = "Take the task on",
            description = "ASSIGNED → ACCEPTED. Roles: reporter, unit-head.")
    @APIResponse(
            responseCode = "200",
            description = "Acknowledged",
            content = @Content(schema = @Schema(implementation = TaskResponse.class)))
    @APIResponse(responseCode = "409", description = "WRONG_STATUS, TASK_HAS_PARTS, TASK_NEEDS_DECISION")
    @APIResponse(responseCode = "422", description = "DATE_IN_FUTURE")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response acknowledge(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @Nullable AcknowledgementRequest request) {
        return answer(tasks.acknowledge(id, ifMatch, request == null ? AcknowledgementRequest.TODAY : request));
    }

    private Response answer(Task task) {
        return Response.ok(tasks.answer(task))
                .header(HttpHeaders.ETAG, ETags.of(task.version()))
                .build();
    }
}
