package vn.monitoring.task.worklist;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.snapshot.Snapshots;
import vn.monitoring.kit.table.TableAnswer;
import vn.monitoring.kit.table.TableFormat;
import vn.monitoring.kit.web.Languages;
import vn.monitoring.task.task.TaskKind;
import vn.monitoring.task.task.TaskStatus;
import vn.monitoring.task.timeliness.Timeliness;
import vn.monitoring.task.timeliness.TimelinessRule;

/// The list of tasks as a file over HTTP.
@Path("/api/v1/exports/tasks")
@RunOnVirtualThread
@Produces(MediaType.WILDCARD)
@Tag(name = "exports", description = "Lists as CSV and .xlsx files, streamed, of any length")
public class TaskExportResource {

    private final TaskLists lists;
    private final Snapshots snapshots;
    private final TimelinessRule rule;
    private final Clock clock;

    TaskExportResource(TaskLists lists, Snapshots snapshots, TimelinessRule rule, Clock clock) {
        this.lists = lists;
        this.snapshots = snapshots;
        this.rule = rule;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "exportTasks",
            summary = "Tasks as a file",
            description =
                    "All rows of the list with the same filters, or of one work list, headings by Accept-Language (vi, en). CSV"
                            + " is UTF-8 with a byte order mark; .xlsx has typed cells. Texts that a spreadsheet program would"
                            + " run as a formula begin with an apostrophe. Timeliness is that of today. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = TableFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    @APIResponse(responseCode = "406", description = "NOT_ACCEPTABLE: neither CSV nor .xlsx is accepted")
    public Response export(
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
                            description = "Only one work list, such as `overdue`",
                            schema = @Schema(type = SchemaType.STRING))
                    @QueryParam("list")
                    @Nullable
                    WorkList list,
            @Parameter(description = "csv or xlsx; goes before Accept") @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        LocalDate today = LocalDate.now(clock);
        TaskFilter filter = new TaskFilter(
                unit, planId, status, timeliness, dueFrom, dueTo, text, leadAgency, director, kind, warned, list);
        TaskQuery query = lists.query(filter);
        TaskSheet sheet = new TaskSheet(today, rule, Languages.of(headers));
        return TableAnswer.of(
                TableFormat.chosen(format, headers),
                "tasks-" + today,
                TaskSheet.TITLE,
                TaskSheet.COLUMNS,
                headers,
                table -> snapshots.read(snapshot -> sheet.write(snapshot, query, filter, table)));
    }
}
