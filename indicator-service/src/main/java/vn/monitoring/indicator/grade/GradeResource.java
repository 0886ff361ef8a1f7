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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.GradeStatus;
import vn.monitoring.indicator.plan.PlanStatus;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.problem.ProblemBody;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

@Path("/api/v1/grades")
@Tag(name = "grades", description = "What figures are worth against the targets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(responseCode = "400", description = "INVALID_REQUEST: a parameter of the wrong shape")
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

    /// A grade opened to everything that it was computed from.
    ///
    /// @param basis           null for a grade of before its inputs were stored
    /// @param policy          the version that it was graded by
    /// @param confirmedPolicy the latest version by which it was found to say the same
    @Schema(name = "GradeDetail")
    record Detail(GradeState grade, @Nullable Basis basis, GradingPolicies.Version policy, int confirmedPolicy) {}

    private final GradeQueries grades;
    private final GradeTable table;
    private final GradingPolicies policies;
    private final GradingState state;
    private final Scope scope;
    private final Clock clock;

    GradeResource(
            GradeQueries grades,
            GradeTable table,
            GradingPolicies policies,
            GradingState state,
            Scope scope,
            Clock clock) {
        this.state = state;
        this.grades = grades;
        this.table = table;
        this.policies = policies;
        this.scope = scope;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listGrades",
            summary = "The grade of each indicator as at a date, in the plans' order",
            description = "Of plans in force, unless planStatus asks for others.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such unit in the caller's units")
    public RestResponse<Page<GradeState>> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("planId") @Nullable UUID planId,
            @Parameter(description = "status of the plan, IN_FORCE when absent") @QueryParam("planStatus") @Nullable
                    PlanStatus planStatus,
            @Parameter(description = "code of the catalogue") @QueryParam("canonical") @Nullable String canonical,
            @Parameter(description = "group of the plan, as printed") @QueryParam("group") @Nullable String group,
            @QueryParam("status") @Nullable GradeStatus status,
            @QueryParam("overlay") GradeQueries.@Nullable Overlay overlay,
            @Parameter(description = "business date, today when absent") @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        if (unit != null) {
            scope.require(unit);
        }
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        return PageAnswer.of(
                grades.listAsOf(
                        scope.paths(),
                        new GradeQueries.Filter(day, unit, planId, planStatus, canonical, group, status, overlay),
                        cursor,
                        limit),
                uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getGrade",
            summary = "One grade with all its inputs and its policy, so that it can be computed again")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent or outside of the caller's units")
    public Detail get(@PathParam("id") UUID id) {
        GradeState grade = grades.find(id).orElseThrow(Problem::notFound);
        scope.require(grade.responsibleUnitCode());
        return new Detail(
                grade,
                table.findBasis(id).orElse(null),
                policies.find(grade.policyVersion()).orElseThrow(Problem::notFound),
                state.policyOf(grade.indicatorId()).orElse(grade.policyVersion()));
    }
}
