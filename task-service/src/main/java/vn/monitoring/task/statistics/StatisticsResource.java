package vn.monitoring.task.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;

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
            operationId = "countTasks",
            summary = "Tasks by status and by timeliness, as of today",
            description = "Parents and rows that wait for a decision are counted apart. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The counts; every status and timeliness is present",
            content = @Content(schema = @Schema(implementation = TaskStatistics.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    public TaskStatistics count(
            @Parameter(description = "Tasks led within this unit", example = "10675") @QueryParam("unit") @Nullable
                    String unit,
            @QueryParam("planId") @Nullable UUID planId) {
        return statistics.count(unit, planId);
    }
}
