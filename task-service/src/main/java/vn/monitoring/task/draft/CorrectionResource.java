package vn.monitoring.task.draft;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
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
import vn.monitoring.task.task.Task;
import vn.monitoring.task.task.TaskResponse;
import vn.monitoring.task.task.TaskService;

/// Corrections of tasks, and the indicators they serve, over HTTP.
@Path("/api/v1/tasks")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tasks")
public class CorrectionResource {

    private final DraftService drafts;
    private final TaskService tasks;

    CorrectionResource(DraftService drafts, TaskService tasks) {
        this.drafts = drafts;
        this.tasks = tasks;
    }

    @PATCH
    @Path("{id}")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "correctTask",
            summary = "Correct what a task says before it is given to anybody",
            description = "Of a DRAFT; what is left out stays, an empty text or list empties the field. `confirmed`: a"
                    + " row that waited for a decision is a task. The correction outlives an import of the same"
                    + " table. Roles: standing-body, province-admin.")
    @APIResponse(
            responseCode = "200",
            description = "The task as it is now",
            content = @Content(schema = @Schema(implementation = TaskResponse.class)))
    @APIResponse(responseCode = "409", description = "WRONG_STATUS, NUMBER_TAKEN")
    @APIResponse(responseCode = "422", description = "TITLE_MISSING, UNIT_NOT_IN_PLAN")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid TaskDraft draft) {
        return answer(drafts.correct(id, ifMatch, draft));
    }

    @PUT
    @Path("{id}/indicators")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "linkIndicators",
            summary = "Say which indicators a task serves",
            description = "By the ids of indicators of its plan or by codes of the catalogue; replaces what was linked"
                    + " before. Roles: standing-body, province-admin.")
    @APIResponse(
            responseCode = "200",
            description = "The task as it is now",
            content = @Content(schema = @Schema(implementation = TaskResponse.class)))
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED: If-Match is missing")
    public Response link(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid IndicatorLinks links) {
        return answer(drafts.link(id, ifMatch, links));
    }

    private Response answer(Task task) {
        return Response.ok(tasks.answer(task))
                .header(HttpHeaders.ETAG, ETags.of(task.version()))
                .build();
    }
}
