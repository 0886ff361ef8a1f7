package vn.monitoring.indicator.grade;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.ProblemBody;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Page;

@Path("/api/v1/grades")
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
public class GradeResource {

    private final GradeQueries grades;
    private final Scope scope;
    private final Clock clock;

    GradeResource(GradeQueries grades, Scope scope, Clock clock) {
        this.grades = grades;
        this.scope = scope;
        this.clock = clock;
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
    @Operation(operationId = "listGrades", summary = "The grade of each indicator as at a date, in the plans' order")
    @APIResponse(responseCode = "200", description = "a page")
    @APIResponse(responseCode = "404", description = "no such unit in the caller's units")
    public Page<GradeState> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("planId") @Nullable UUID planId,
            @Parameter(description = "business date, today when absent") @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        if (unit != null) {
            scope.require(unit);
        }
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        return grades.listAsOf(scope.paths(), unit, planId, day, cursor, limit);
    }
}
