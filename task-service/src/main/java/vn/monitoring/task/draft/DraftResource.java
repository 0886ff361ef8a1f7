package vn.monitoring.task.draft;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskResponse;
import vn.monitoring.task.task.TaskService;

/// Tasks made by hand over HTTP.
@Path("/api/v1/plans/{planId}/tasks")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tasks")
public class DraftResource {

    private final DraftService drafts;
    private final TaskService tasks;

    DraftResource(DraftService drafts, TaskService tasks) {
        this.drafts = drafts;
        this.tasks = tasks;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "createTask",
            summary = "Add a task to a plan by hand",
            description = "→ DRAFT. Later imports of the plan's table leave it as it is. Roles: standing-body,"
                    + " province-admin.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = TaskResponse.class)))
    @APIResponse(responseCode = "404", description = "PLAN_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "NUMBER_TAKEN")
    @APIResponse(responseCode = "422", description = "TITLE_MISSING, UNIT_NOT_IN_PLAN")
    public Response create(@PathParam("planId") UUID planId, @NotNull @Valid TaskDraft draft) {
        Task task = drafts.create(planId, draft);
        return Response.created(URI.create("/api/v1/tasks/" + task.id()))
                .header(HttpHeaders.ETAG, ETags.of(task.version()))
                .entity(tasks.answer(task))
                .build();
    }
}
