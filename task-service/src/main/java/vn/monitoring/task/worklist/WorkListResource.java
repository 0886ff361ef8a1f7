package vn.monitoring.task.worklist;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;
import vn.monitoring.task.task.TaskResponse;

/// The morning's lists over HTTP.
@Path("/api/v1/work-lists")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "work-lists", description = "What people open every morning")
public class WorkListResource {

    private final TaskLists lists;
    private final Clock clock;

    WorkListResource(TaskLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /// How many tasks stand in a list.
    @Schema(name = "WorkListCount")
    record Count(
            @Schema(implementation = String.class, examples = "due-this-week")
            WorkList list,

            Text title,
            long count) {}

    /// All lists with their counts.
    @Schema(name = "WorkListCounts")
    record Counts(LocalDate asOf, List<Count> items) {}

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "countWorkLists",
            summary = "How many tasks stand in each list, for badges",
            description = "Open tasks of the caller's units. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "Every list",
            content = @Content(schema = @Schema(implementation = Counts.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    public Counts counts(
            @Parameter(description = "Tasks led within this unit", example = "10675") @QueryParam("unit") @Nullable
                    String unit) {
        return new Counts(
                LocalDate.now(clock),
                lists.counts(unit).entrySet().stream()
                        .map(entry -> new Count(entry.getKey(), entry.getKey().title(), entry.getValue()))
                        .toList());
    }

    @GET
    @Path("{list}")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listWork",
            summary = "The open tasks of one list, the nearest deadline first",
            description = "`mine`: given to the caller's units and not handed over; `agency`: all open ones;"
                    + " `awaiting-acceptance`: handed over by others, for standing bodies and leaders; `due-this-week`: until"
                    + " Sunday; `overdue`; `warned`; `without-recent-update`: for 31 days. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link: rel=\"next\"` when there is another one",
            content = @Content(schema = @Schema(implementation = TaskListResource.TaskPage.class)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: no such list, or the unit is not in the caller's scope")
    public RestResponse<Page<TaskResponse>> list(
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "mine",
                                                "agency",
                                                "awaiting-acceptance",
                                                "due-this-week",
                                                "overdue",
                                                "warned",
                                                "without-recent-update"
                                            }))
                    @PathParam("list")
                    WorkList list,
            @Parameter(description = "Tasks led within this unit", example = "10675") @QueryParam("unit") @Nullable
                    String unit,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(
                lists.list(TaskFilter.ofList(list, unit), TaskSort.DUE, TaskSort.DUE.place(cursor), limit), uri);
    }
}
