package vn.monitoring.indicator.period;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.problem.ProblemBody;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;

@Path("/api/v1/units/{code}/periods")
@Tag(name = "periods", description = "Locking the figures of a period")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
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
@APIResponse(responseCode = "404", description = "no such unit in the caller's units")
public class PeriodResource {

    /// @param decisionDocument number and date of the decision that allows it
    @Schema(name = "PeriodReopening", examples = "{\"decisionDocument\":\"Công văn 112/UBND-VP ngày 12/10/2026\"}")
    record Reopening(@NotBlank @Size(max = 500) String decisionDocument) {}

    private final PeriodClosures closures;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    PeriodResource(PeriodClosures closures, Scope scope, Caller caller, Clock clock) {
        this.closures = closures;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Transactional
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "listPeriodClosures", summary = "Closings of the unit's periods, reopened ones too")
    @APIResponse(responseCode = "200", description = "newest first")
    public Page<PeriodClosure.State> list(@PathParam("code") String code) {
        scope.require(code);
        return new Page<>(
                closures.listOf(code).stream().map(PeriodClosure::state).toList(), null);
    }

    @POST
    @Path("{period}/closure")
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(operationId = "closePeriod", summary = "Lock a period's figures for the unit and all below it")
    @APIResponse(
            responseCode = "201",
            description = "closed",
            content = @Content(schema = @Schema(implementation = PeriodClosure.State.class)))
    @APIResponse(responseCode = "409", description = "closed already, or no such period")
    public Response close(@PathParam("code") String code, @PathParam("period") String key) {
        scope.require(code);
        Period period = PeriodClosures.known(key, LocalDate.now(clock));
        return created(closures.close(code, period, caller.username(), Instant.now(clock)));
    }

    @POST
    @Path("{period}/reopening")
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(operationId = "reopenPeriod", summary = "Unlock a closed period by a decision")
    @APIResponse(
            responseCode = "201",
            description = "reopened",
            content = @Content(schema = @Schema(implementation = PeriodClosure.State.class)))
    @APIResponse(responseCode = "400", description = "no decision document")
    @APIResponse(responseCode = "409", description = "not closed, or no such period")
    public Response reopen(
            @PathParam("code") String code, @PathParam("period") String key, @Valid @NotNull Reopening request) {
        scope.require(code);
        Period period = PeriodClosures.known(key, LocalDate.now(clock));
        return created(
                closures.reopen(code, period, request.decisionDocument(), caller.username(), Instant.now(clock)));
    }

    private static Response created(PeriodClosure closure) {
        return Response.status(Response.Status.CREATED).entity(closure.state()).build();
    }
}
