package vn.monitoring.task.task;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import vn.monitoring.task.timeliness.Timeliness;

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

    /// A page of tasks.
    @Schema(name = "TaskPage")
    record TaskPage(List<TaskResponse> items, @Nullable String next) {}

    @GET
    @RolesAllowed({
        Role.PROVINCE_ADMIN,
        Role.STEERING_COMMITTEE,
        Role.LEADER,
        Role.STANDING_BODY,
        Role.UNIT_HEAD,
        Role.REPORTER,
        Role.INSPECTOR,
        Role.INTEGRATION
    })
    @Operation(
            operationId = "listTasks",
            summary = "Tasks in the caller's units",
            description = "In the order of the plans' tables. Timeliness is that of today. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link: rel=\"next\"` when there is another one",
            content = @Content(schema = @Schema(implementation = TaskPage.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    public RestResponse<Page<TaskResponse>> list(
            @Parameter(description = "Tasks led within this unit", example = "10675") @QueryParam("unit") @Nullable
                    String unit,
            @QueryParam("planId") @Nullable UUID planId,
            @Parameter(schema = @Schema(implementation = TaskStatus.class)) @QueryParam("status") @Nullable
                    String status,
            @Parameter(schema = @Schema(implementation = Timeliness.class)) @QueryParam("timeliness") @Nullable
                    String timeliness,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        TaskRepository.Filter filter =
                new TaskRepository.Filter(unit, planId, TaskService.parse(TaskStatus.class, "status", status));
        Page<TaskResponse> page = tasks.list(
                filter,
                TaskService.parse(Timeliness.class, "timeliness", timeliness),
                TaskService.position(cursor),
                limit);
        return PageAnswer.of(page, uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        Role.PROVINCE_ADMIN,
        Role.STEERING_COMMITTEE,
        Role.LEADER,
        Role.STANDING_BODY,
        Role.UNIT_HEAD,
        Role.REPORTER,
        Role.INSPECTOR,
        Role.INTEGRATION
    })
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
