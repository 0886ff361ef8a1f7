package vn.monitoring.task.decision;

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

/// Decisions about tasks over HTTP.
@Path("/api/v1/tasks")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "decisions")
public class DecisionResource {

    private final DecisionService decisions;
    private final TaskService tasks;

    DecisionResource(DecisionService decisions, TaskService tasks) {
        this.decisions = decisions;
        this.tasks = tasks;
    }

    /// All decisions about a task.
    @Schema(name = "TaskDecisions")
    record Decisions(List<Decision> items) {}

    @POST
    @Path("{id}/pause")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "pauseTask",
            summary = "Hold a task by a decision document",
            description =
                    "ASSIGNED, ACCEPTED, IN_PROGRESS or RETURNED → PAUSED; its clock stands. Roles: standing-body, leader.")
    @APIResponse(
            responseCode = "200",
            description = "Paused",
            content = @Content(schema = @Schema(implementation = TaskResponse.class)))
    @APIResponse(responseCode = "409", description = "WRONG_STATUS, TASK_HAS_PARTS, TASK_NEEDS_DECISION")
    @APIResponse(responseCode = "422", description = "DATE_IN_FUTURE")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response pause(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DecisionRequest request) {
        return answer(decisions.pause(id, ifMatch, request));
    }

    @POST
    @Path("{id}/resumption")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "resumeTask",
            summary = "Let a paused task go on",
            description =
                    "PAUSED → where it was paused; `dueOn` puts the due day off as an extension. Roles: standing-body, leader.")
    @APIResponse(
            responseCode = "200",
            description = "Resumed",
            content = @Content(schema = @Schema(implementation = TaskResponse.class)))
    @APIResponse(responseCode = "409", description = "WRONG_STATUS, TASK_HAS_PARTS, TASK_NEEDS_DECISION")
    @APIResponse(responseCode = "422", description = "DATE_IN_FUTURE, EXTENSION_NOT_LATER, NO_DUE_DAY")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response resume(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DecisionRequest request) {
        return answer(decisions.resume(id, ifMatch, request));
    }

    @POST
    @Path("{id}/cancellation")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "cancelTask",
            summary = "End a task without its being done",
            description =
                    "Every open status but SUBMITTED → CANCELLED; also a row that waits for a decision. A cancelled part does not hold its parent. Roles: standing-body, leader.")
    @APIResponse(
            responseCode = "200",
            description = "Cancelled",
            content = @Content(schema = @Schema(implementation = TaskResponse.class)))
    @APIResponse(responseCode = "409", description = "WRONG_STATUS, TASK_HAS_PARTS, TASK_NEEDS_DECISION")
    @APIResponse(responseCode = "422", description = "DATE_IN_FUTURE")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response cancel(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DecisionRequest request) {
        return answer(decisions.cancel(id, ifMatch, request));
    }

    @POST
    @Path("{id}/supersession")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "supersedeTask",
            summary = "Replace a task by another one",
            description = "Every open status but SUBMITTED → SUPERSEDED. Roles: standing-body, leader.")
    @APIResponse(
            responseCode = "200",
            description = "Superseded",
            content = @Content(schema = @Schema(implementation = TaskResponse.class)))
    @APIResponse(responseCode = "409", description = "WRONG_STATUS, TASK_HAS_PARTS, TASK_NEEDS_DECISION")
    @APIResponse(responseCode = "422", description = "DATE_IN_FUTURE, SUCCESSOR_NOT_FOUND")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response supersede(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DecisionRequest request) {
        return answer(decisions.supersede(id, ifMatch, request));
    }

    @GET
    @Path("{id}/decisions")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listTaskDecisions",
            summary = "The decisions that held, resumed or ended a task",
            description = "In their order. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = Decisions.class)))
    public Decisions list(@PathParam("id") UUID id) {
        return new Decisions(decisions.list(id));
    }

    private Response answer(Task task) {
        return Response.ok(tasks.answer(task))
                .header(HttpHeaders.ETAG, ETags.of(task.version()))
                .build();
    }
}
