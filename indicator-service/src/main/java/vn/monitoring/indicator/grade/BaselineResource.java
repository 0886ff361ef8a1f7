package vn.monitoring.indicator.grade;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
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
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.ETags;

@Path("/api/v1/indicators/{id}/baseline")
@Tag(name = "grades", description = "What figures are worth against the targets")
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
@APIResponse(responseCode = "404", description = "no such indicator in the caller's units, or none stated")
public class BaselineResource {

    /// @param value  percent for a share, else in the indicator's own unit
    /// @param source the plan or decision that states it
    @Schema(
            name = "BaselineRequest",
            examples = "{\"date\":\"2024-12-31\",\"value\":62,\"source\":\"Báo cáo 12/BC-UBND ngày 10/01/2025\"}")
    record Request(
            @NotNull LocalDate date,
            @NotNull @PositiveOrZero BigDecimal value,
            @NotBlank @Size(max = 500) String source) {}

    @Schema(name = "Baseline")
    record State(
            UUID indicatorId,
            LocalDate date,
            BigDecimal value,
            String source,
            String statedBy,
            Instant statedAt,
            long version) {

        static State of(StatedBaseline baseline) {
            return new State(
                    baseline.indicatorId(),
                    baseline.date(),
                    baseline.value(),
                    baseline.source(),
                    baseline.statedBy(),
                    baseline.statedAt(),
                    baseline.version());
        }
    }

    private final EntityManager entities;
    private final IndicatorRepository indicators;
    private final Regrading regrading;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    BaselineResource(
            EntityManager entities,
            IndicatorRepository indicators,
            Regrading regrading,
            Scope scope,
            Caller caller,
            Clock clock) {
        this.entities = entities;
        this.indicators = indicators;
        this.regrading = regrading;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Transactional
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "getBaseline", summary = "Where the indicator started, as stated")
    @APIResponse(
            responseCode = "200",
            description = "the baseline",
            content = @Content(schema = @Schema(implementation = State.class)))
    public Response get(@PathParam("id") UUID id) {
        requireVisible(id);
        StatedBaseline baseline = entities.find(StatedBaseline.class, id);
        if (baseline == null) {
            throw Problem.notFound();
        }
        return tagged(Response.Status.OK, baseline);
    }

    @PUT
    @Transactional
    @RolesAllowed({Role.STANDING_BODY, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "stateBaseline",
            summary = "State where the indicator started; grades it anew",
            description = "Without one the first verified figure stands in, and every grade says so.")
    @APIResponse(
            responseCode = "200",
            description = "changed",
            content = @Content(schema = @Schema(implementation = State.class)))
    @APIResponse(
            responseCode = "201",
            description = "stated for the first time",
            content = @Content(schema = @Schema(implementation = State.class)))
    @APIResponse(responseCode = "400", description = "shape")
    @APIResponse(responseCode = "412", description = "stale")
    @APIResponse(responseCode = "428", description = "no If-Match on a change")
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Request request) {
        requireVisible(id);
        StatedBaseline baseline = entities.find(StatedBaseline.class, id, LockModeType.PESSIMISTIC_WRITE);
        Instant now = Instant.now(clock);
        Response.Status status;
        if (baseline == null) {
            baseline =
                    new StatedBaseline(id, request.date(), request.value(), request.source(), caller.username(), now);
            entities.persist(baseline);
            status = Response.Status.CREATED;
        } else {
            ETags.requireMatch(ifMatch, baseline.version());
            baseline.state(request.date(), request.value(), request.source(), caller.username(), now);
            status = Response.Status.OK;
        }
        regrading.regrade(Set.of(id), LocalDate.EPOCH);
        return tagged(status, baseline);
    }

    private void requireVisible(UUID id) {
        scope.require(
                indicators.findByIdOptional(id).orElseThrow(Problem::notFound).responsibleUnitCode());
    }

    private static Response tagged(Response.Status status, StatedBaseline baseline) {
        return Response.status(status)
                .entity(State.of(baseline))
                .header(HttpHeaders.ETAG, ETags.of(baseline.version()))
                .build();
    }
}
