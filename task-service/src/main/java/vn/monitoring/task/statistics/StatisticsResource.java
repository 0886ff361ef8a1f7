package vn.monitoring.task.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Page;

/// Counts of tasks over HTTP.
@Path("/api/v1/task-statistics")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statistics")
public class StatisticsResource {

    private final StatisticsService statistics;

    StatisticsResource(StatisticsService statistics) {
        this.statistics = statistics;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "countTasks",
            summary = "Tasks by status and by timeliness, and how much was done in time",
            description =
                    "Parents and rows that wait for a decision are counted apart. With `groupBy` the groups follow in"
                            + " one answer: `unit` the units right below, `agency` the leading units, `position` the directing"
                            + " positions, `group` the groups of the plans' tables. With `period` the tasks and the occurrences of recurring"
                            + " ones that are due within it, and its monthly updates. `asOf` in the past gives what was known at the"
                            + " end of that day, judged on it, over the units as they stand now. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The counts; every status and timeliness is present",
            content = @Content(schema = @Schema(implementation = TaskStatistics.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    @APIResponse(responseCode = "422", description = "DATE_IN_FUTURE")
    public TaskStatistics count(
            @Parameter(description = "Tasks led within this unit", example = "10675") @QueryParam("unit") @Nullable
                    String unit,
            @QueryParam("planId") @Nullable UUID planId,
            @Parameter(
                            description = "Tasks due within 2026-09, 2026-Q3, 2026-H1, 2026-9M or 2026",
                            schema = @Schema(type = SchemaType.STRING))
                    @QueryParam("period")
                    @Nullable
                    Period period,
            @Parameter(description = "The day of judgement; today when left out") @QueryParam("asOf") @Nullable
                    LocalDate asOf,
            @Parameter(schema = @Schema(enumeration = {"unit", "agency", "position", "group"}))
                    @QueryParam("groupBy")
                    @Nullable
                    Grouping groupBy,
            @Parameter(description = "`next` of the groups before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "How many groups")
                    @QueryParam("limit")
                    @DefaultValue("200")
                    @Min(1)
                    @Max(Page.MAX_LIMIT)
                    int limit) {
        return statistics.count(
                new StatisticsQuery(unit, planId, period, asOf, groupBy), Cursor.decode(cursor, 1), limit);
    }
}
