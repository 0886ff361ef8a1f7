package vn.monitoring.task.warning;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
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
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;
import vn.monitoring.task.task.TaskService;

/// Warnings over HTTP.
@Path("/api/v1/warnings")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "warnings")
public class WarningResource {

    private final WarningList warnings;
    private final Evaluation evaluation;

    WarningResource(WarningList warnings, Evaluation evaluation) {
        this.warnings = warnings;
        this.evaluation = evaluation;
    }

    /// A page of warnings.
    @Schema(name = "WarningPage")
    record WarningPage(
            List<WarningResponse> items, @Nullable String next) {}

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listWarnings",
            summary = "Warnings of the tasks in the caller's units, the newest first",
            description = "Open ones unless `status=CLOSED`. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link: rel=\"next\"` when there is another one",
            content = @Content(schema = @Schema(implementation = WarningPage.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    public RestResponse<Page<WarningResponse>> list(
            @Parameter(description = "Tasks led within this unit", example = "10675") @QueryParam("unit") @Nullable
                    String unit,
            @QueryParam("planId") @Nullable UUID planId,
            @QueryParam("taskId") @Nullable UUID taskId,
            @Parameter(schema = @Schema(implementation = WarningKind.class)) @QueryParam("kind") @Nullable String kind,
            @Parameter(schema = @Schema(implementation = WarningStatus.class))
                    @QueryParam("status")
                    @DefaultValue("OPEN")
                    String status,
            @QueryParam("level") @Min(1) @Max(3) @Nullable Integer level,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        WarningList.Filter filter = new WarningList.Filter(
                unit,
                planId,
                taskId,
                TaskService.parse(WarningKind.class, "kind", kind),
                TaskService.parse(WarningStatus.class, "status", status),
                level);
        return PageAnswer.of(warnings.list(filter, cursor, limit), uri);
    }

    @GET
    @Path("counts")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "countWarnings",
            summary = "Open warnings by kind and by whom they are for",
            description = "Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The counts; every kind and addressee is present",
            content = @Content(schema = @Schema(implementation = WarningCounts.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    public WarningCounts count(
            @Parameter(description = "Tasks led within this unit", example = "10675") @QueryParam("unit") @Nullable
                    String unit,
            @QueryParam("planId") @Nullable UUID planId) {
        return warnings.count(unit, planId);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "getWarning", summary = "One warning", description = "Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The warning",
            content = @Content(schema = @Schema(implementation = WarningResponse.class)))
    public WarningResponse get(@PathParam("id") UUID id) {
        return warnings.get(id);
    }

    @POST
    @Path("evaluations")
    @Idempotent
    @RolesAllowed(Role.PROVINCE_ADMIN)
    @Operation(
            operationId = "evaluateWarnings",
            summary = "Judge all tasks now",
            description =
                    "As at each turn of the day, for all units of the platform: days not judged yet are caught up, today is"
                            + " judged once more. For after changes that no task shows, such as a plan's status. Roles:"
                            + " province-admin.")
    @APIResponse(
            responseCode = "200",
            description = "What was found and done",
            content = @Content(schema = @Schema(implementation = EvaluationResult.class)))
    @APIResponse(responseCode = "409", description = "EVALUATION_RUNNING: wait until it has finished")
    public Response evaluate() {
        return Response.ok(
                        evaluation
                                .judgeAll()
                                .orElseThrow(
                                        () -> new Problem(
                                                WarningProblem.EVALUATION_RUNNING,
                                                "Một lượt đánh giá đang chạy. Hãy đợi lượt đó xong rồi xem danh sách cảnh báo.",
                                                "An evaluation is running. Wait until it has finished, then read the list of warnings.")))
                .build();
    }
}
