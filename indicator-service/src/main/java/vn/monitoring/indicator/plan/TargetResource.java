package vn.monitoring.indicator.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.plan.IndicatorResponse.TargetResponse;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;

/// The targets of one indicator over HTTP; their ETag is the indicator's.
@Path("/api/v1/indicators/{id}/targets")
@Tag(name = "Targets", description = "What an indicator is to reach, and how decisions have changed it")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TargetResource {

    /// The targets of an indicator by due date and then in order of validity.
    ///
    /// @param version of the indicator, which a change must name
    @Schema(name = "Targets")
    record Targets(UUID indicatorId, long version, List<TargetResponse> items) {

        static Targets of(Indicator indicator, List<MilestoneTarget> targets) {
            return new Targets(
                    indicator.id(),
                    indicator.version(),
                    targets.stream().map(TargetResponse::from).toList());
        }
    }

    private final PlanService plans;
    private final TargetChanges changes;

    TargetResource(PlanService plans, TargetChanges changes) {
        this.plans = plans;
        this.changes = changes;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listTargets",
            summary = "The targets of an indicator with their history",
            description = "A target is valid from `validFrom` until the day before `validTo`.")
    @APIResponse(
            responseCode = "200",
            description = "all that ever were valid, or those of a day",
            content = @Content(schema = @Schema(implementation = Targets.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent or outside of the caller's units")
    public Response list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only those valid on this day") @QueryParam("validOn") @Nullable
                    LocalDate validOn) {
        Indicator indicator = plans.getIndicator(id);
        List<MilestoneTarget> targets = indicator.inOrder().stream()
                .filter(target -> validOn == null || target.validOn(validOn))
                .toList();
        return answer(Response.ok(Targets.of(indicator, targets)), indicator);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "addTarget",
            summary = "Add a target to a milestone without one, by a decision",
            description = "Grades it anew from the day on which the decision takes effect.")
    @APIResponse(
            responseCode = "201",
            description = "added",
            content = @Content(schema = @Schema(implementation = Targets.class)))
    @APIResponse(responseCode = "409", description = "TARGET_EXISTS, REQUEST_IN_PROGRESS")
    @APIResponse(
            responseCode = "422",
            description = "TARGET_UNREADABLE, TARGET_INVALID, TARGET_CHANGE_BEFORE_PLAN, IDEMPOTENCY_KEY_REUSED")
    public Response add(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @NotNull @Valid TargetRequest request) {
        return created(changes.add(id, ifMatch, request));
    }

    @POST
    @Path("{targetId}/revisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "reviseTarget",
            summary = "Change a target by a decision, from a day on",
            description =
                    "The old one keeps the time in which it was valid, and days before the change keep it. In the past: "
                            + "everything since is graded anew. In the future: valid from then. To lift a target change it to `-`.")
    @APIResponse(
            responseCode = "201",
            description = "changed",
            content = @Content(schema = @Schema(implementation = Targets.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "TARGET_CHANGE_OVERLAPS, TARGET_NOT_CURRENT, TARGET_EXISTS, TARGET_IN_CONFLICT, REQUEST_IN_PROGRESS")
    @APIResponse(
            responseCode = "422",
            description = "TARGET_UNREADABLE, TARGET_INVALID, TARGET_CHANGE_BEFORE_PLAN, IDEMPOTENCY_KEY_REUSED")
    public Response revise(
            @PathParam("id") UUID id,
            @PathParam("targetId") UUID targetId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @NotNull @Valid TargetRequest request) {
        return created(changes.revise(id, targetId, ifMatch, request));
    }

    private static Response created(Indicator indicator) {
        URI location = URI.create("/api/v1/indicators/" + indicator.id() + "/targets");
        return answer(Response.created(location).entity(Targets.of(indicator, indicator.inOrder())), indicator);
    }

    private static Response answer(Response.ResponseBuilder builder, Indicator indicator) {
        return builder.header(HttpHeaders.ETAG, ETags.of(indicator.version())).build();
    }
}
