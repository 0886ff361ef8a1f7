package vn.monitoring.indicator.scorecard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
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

@Path("/api/v1/scorecards")
@Tag(name = "scorecards", description = "How a unit stands")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ScorecardResource {

    private final Scorecards scorecards;
    private final Scope scope;
    private final Clock clock;

    ScorecardResource(Scorecards scorecards, Scope scope, Clock clock) {
        this.scorecards = scorecards;
        this.scope = scope;
        this.clock = clock;
    }

    @GET
    @Path("{unitCode}")
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
            operationId = "getScorecard",
            summary = "Grades of a unit and all below it, counted by status, in all and by group")
    @APIResponse(responseCode = "200", description = "the counts")
    @APIResponse(responseCode = "400", description = "a date of the wrong shape")
    @APIResponse(
            responseCode = "401",
            description = "no valid token",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    @APIResponse(responseCode = "403", description = "role")
    @APIResponse(responseCode = "404", description = "no such unit in the caller's units")
    public Scorecard get(
            @PathParam("unitCode") String unitCode,
            @Parameter(description = "business date, today when absent") @QueryParam("asOf") @Nullable LocalDate asOf) {
        scope.require(unitCode);
        return scorecards.of(unitCode, asOf == null ? LocalDate.now(clock) : asOf, scope.paths());
    }
}
