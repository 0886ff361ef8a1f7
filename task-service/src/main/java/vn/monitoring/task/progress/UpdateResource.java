package vn.monitoring.task.progress;

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

/// Reports of progress over HTTP.
@Path("/api/v1/tasks/{id}/updates")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "progress")
public class UpdateResource {

    private final UpdateService updates;

    UpdateResource(UpdateService updates) {
        this.updates = updates;
    }

    /// All reports of a task.
    @Schema(name = "ProgressUpdates")
    record Updates(List<UpdateResponse> items) {}

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD})
    @Operation(
            operationId = "reportProgress",
            summary = "Report the progress of a task",
            description =
                    "ACCEPTED, IN_PROGRESS or RETURNED → IN_PROGRESS when the update is valid. One that lacks something"
                            + " is stored as INCOMPLETE, `missing` names what; it does not move the task and does not count for"
                            + " its month. `If-Match` is compared when it is sent; the ETag of the answer is the task's."
                            + " Roles: reporter, unit-head.")
    @APIResponse(
            responseCode = "201",
            description = "Stored: `validity` says whether it counts",
            content = @Content(schema = @Schema(implementation = UpdateResponse.class)))
    @APIResponse(responseCode = "409", description = "WRONG_STATUS, TASK_HAS_PARTS, TASK_NEEDS_DECISION")
    @APIResponse(responseCode = "422", description = "UPDATE_EMPTY, UPDATE_OUT_OF_ORDER, DATE_IN_FUTURE, INVALID_VALUE")
    public Response report(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid UpdateRequest request) {
        UpdateService.Reported reported = updates.report(id, ifMatch, request);
        return Response.created(URI.create("/api/v1/tasks/" + id + "/updates"))
                .header(HttpHeaders.ETAG, ETags.of(reported.taskVersion()))
                .entity(reported.update())
                .build();
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listProgressUpdates",
            summary = "The reports of a task, the newest first",
            description = "Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = Updates.class)))
    public Updates list(@PathParam("id") UUID id) {
        return new Updates(updates.list(id));
    }
}
