package vn.monitoring.indicator.grade;

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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.plan.IndicatorRepository;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.problem.ProblemBody;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Page;

@Path("/api/v1/indicators/{id}/grades")
@Tag(name = "grades", description = "What figures are worth against the targets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(responseCode = "400", description = "a parameter of the wrong shape")
@APIResponse(
        responseCode = "401",
        description = "no valid token",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
@APIResponse(
        responseCode = "403",
        description = "role",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
public class IndicatorGradesResource {

    private final GradeQueries grades;
    private final IndicatorRepository indicators;
    private final Scope scope;

    IndicatorGradesResource(GradeQueries grades, IndicatorRepository indicators, Scope scope) {
        this.grades = grades;
        this.indicators = indicators;
        this.scope = scope;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "listGradesOfIndicator", summary = "All grades of an indicator, newest first")
    @APIResponse(responseCode = "200", description = "a page")
    @APIResponse(responseCode = "404", description = "no such indicator in the caller's units")
    public Page<GradeState> list(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        scope.require(
                indicators.findByIdOptional(id).orElseThrow(Problem::notFound).responsibleUnitCode());
        return grades.listOf(id, cursor, limit);
    }
}
