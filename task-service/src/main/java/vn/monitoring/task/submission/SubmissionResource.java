package vn.monitoring.task.submission;

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

/// Submissions and their review over HTTP.
@Path("/api/v1/tasks/{id}/submissions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "submissions")
public class SubmissionResource {

    private final SubmissionService submissions;
    private final TaskService tasks;

    SubmissionResource(SubmissionService submissions, TaskService tasks) {
        this.submissions = submissions;
        this.tasks = tasks;
    }

    /// All submissions of a task.
    @Schema(name = "Submissions")
    record Submissions(List<Submission> items) {}

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD})
    @Operation(
            operationId = "submitTask",
            summary = "Hand a task over for review",
            description = "IN_PROGRESS → SUBMITTED; needs a deliverable. The ETag of the answer is the task's."
                    + " Roles: reporter, unit-head.")
    @APIResponse(
            responseCode = "201",
            description = "Submitted",
            content = @Content(schema = @Schema(implementation = Submission.class)))
    @APIResponse(responseCode = "409", description = "WRONG_STATUS, TASK_HAS_PARTS")
    @APIResponse(responseCode = "422", description = "DELIVERABLE_MISSING, DATE_IN_FUTURE")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response submit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SubmissionRequest request) {
        SubmissionService.Submitted submitted = submissions.submit(id, ifMatch, request);
        return Response.created(URI.create("/api/v1/tasks/" + id + "/submissions"))
                .header(HttpHeaders.ETAG, ETags.of(submitted.taskVersion()))
                .entity(submitted.submission())
                .build();
    }

    @POST
    @Path("{number}/acceptance")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "acceptSubmission",
            summary = "Accept what was submitted",
            description =
                    "SUBMITTED → COMPLETED on the day of the submission; by another person of another unit than the"
                            + " lead. Roles: standing-body, leader.")
    @APIResponse(
            responseCode = "200",
            description = "Completed",
            content = @Content(schema = @Schema(implementation = TaskResponse.class)))
    @APIResponse(responseCode = "409", description = "WRONG_STATUS: decided before")
    @APIResponse(responseCode = "422", description = "SAME_PERSON, SAME_UNIT")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response accept(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @Nullable AcceptanceRequest request) {
        AcceptanceRequest acceptance = request == null ? AcceptanceRequest.WITHOUT_NOTE : request;
        return answer(submissions.accept(id, number, ifMatch, acceptance.note()));
    }

    @POST
    @Path("{number}/return")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "returnSubmission",
            summary = "Send back what was submitted, with the reason",
            description = "SUBMITTED → RETURNED; by another person of another unit than the lead. Roles: standing-body,"
                    + " leader.")
    @APIResponse(
            responseCode = "200",
            description = "Returned",
            content = @Content(schema = @Schema(implementation = TaskResponse.class)))
    @APIResponse(responseCode = "409", description = "WRONG_STATUS: decided before")
    @APIResponse(responseCode = "422", description = "SAME_PERSON, SAME_UNIT")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response sendBack(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReturnRequest request) {
        return answer(submissions.sendBack(id, number, ifMatch, request.reason()));
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listSubmissions",
            summary = "The submissions of a task and their outcomes",
            description = "In their order. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = Submissions.class)))
    public Submissions list(@PathParam("id") UUID id) {
        return new Submissions(submissions.list(id));
    }

    private Response answer(Task task) {
        return Response.ok(tasks.answer(task))
                .header(HttpHeaders.ETAG, ETags.of(task.version()))
                .build();
    }
}
