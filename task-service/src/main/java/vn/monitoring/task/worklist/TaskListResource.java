package vn.monitoring.task.worklist;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
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
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;
import vn.monitoring.task.task.TaskKind;
import vn.monitoring.task.task.TaskResponse;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.timeliness.Timeliness;

/// The list of tasks with its filters over HTTP.
@Path("/api/v1/tasks")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tasks")
public class TaskListResource {

    private final TaskLists lists;

    TaskListResource(TaskLists lists) {
        this.lists = lists;
    }

    /// A page of tasks.
    @Schema(name = "TaskPage")
    record TaskPage(List<TaskResponse> items, @Nullable String next) {}

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listTasks",
            summary = "Tasks in the caller's units",
            description =
                    "In the order of the plans' tables, or by `sort`. Timeliness is that of today. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link: rel=\"next\"` when there is another one",
            content = @Content(schema = @Schema(implementation = TaskPage.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    public RestResponse<Page<TaskResponse>> list(
            @Parameter(description = "Tasks led within this unit", example = "10675") @QueryParam("unit") @Nullable
                    String unit,
            @QueryParam("planId") @Nullable UUID planId,
            @QueryParam("status") @Nullable TaskStatus status,
            @Parameter(description = "As of today") @QueryParam("timeliness") @Nullable Timeliness timeliness,
            @Parameter(description = "The last day in time is not before") @QueryParam("dueFrom") @Nullable
                    LocalDate dueFrom,
            @Parameter(description = "The last day in time is not after") @QueryParam("dueTo") @Nullable
                    LocalDate dueTo,
            @Parameter(
                            description =
                                    "Words of the title or the work in their order, with or without accents; or the number")
                    @QueryParam("q")
                    @Size(max = 200)
                    @Nullable
                    String text,
            @Parameter(description = "The code of the leading unit, or words of a lead agency's name")
                    @QueryParam("leadAgency")
                    @Size(max = 200)
                    @Nullable
                    String leadAgency,
            @Parameter(description = "Words of the directing position")
                    @QueryParam("director")
                    @Size(max = 200)
                    @Nullable
                    String director,
            @QueryParam("kind") @Nullable TaskKind kind,
            @Parameter(description = "Whether a warning is open") @QueryParam("warned") @Nullable Boolean warned,
            @Parameter(
                            description =
                                    "The plans' tables, the nearest deadline, the latest, the oldest update first",
                            schema = @Schema(enumeration = {"plan", "due", "-due", "updated"}))
                    @QueryParam("sort")
                    @DefaultValue("plan")
                    TaskSort sort,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        TaskFilter filter = new TaskFilter(
                unit, planId, status, timeliness, dueFrom, dueTo, text, leadAgency, director, kind, warned, null);
        return PageAnswer.of(lists.list(filter, sort, sort.place(cursor), limit), uri);
    }
}
