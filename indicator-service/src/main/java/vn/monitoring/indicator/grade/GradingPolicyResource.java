package vn.monitoring.indicator.grade;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.grading.IndicatorsDue;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// The numbers that grading turns on, over HTTP.
@Path("/api/v1/grading-policies")
@Tag(name = "grades", description = "What figures are worth against the targets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GradingPolicyResource {

    private static final Logger LOG = Logger.getLogger(GradingPolicyResource.class);

    /// @param settings         those that change; the others keep their value
    /// @param decisionDocument number and date of the decision
    @Schema(
            name = "GradingPolicyRequest",
            examples =
                    "{\"settings\":{\"slightlyBehindPoints\":3},\"decisionDocument\":\"QĐ 12/QĐ-BCĐ ngày 05/01/2026\"}")
    record Request(
            @NotNull PolicySettings settings,
            @NotBlank @Size(max = 500) String decisionDocument) {}

    private final GradingPolicies policies;
    private final Event<IndicatorsDue> due;
    private final Caller caller;
    private final Clock clock;

    GradingPolicyResource(GradingPolicies policies, Event<IndicatorsDue> due, Caller caller, Clock clock) {
        this.policies = policies;
        this.due = due;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "listGradingPolicies", summary = "The versions of the grading policy, newest first")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: the limit or the cursor")
    public RestResponse<Page<GradingPolicies.Version>> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        Cursor after = Cursor.decode(cursor, 1);
        long upTo = after == null ? Long.MAX_VALUE : after.number(0) - 1;
        return PageAnswer.of(
                Page.of(policies.list(upTo, limit + 1), limit, version -> Cursor.at(version.version())), uri);
    }

    @GET
    @Path("{version}")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "getGradingPolicy", summary = "One version of the grading policy")
    @APIResponse(responseCode = "404", description = "NOT_FOUND")
    public GradingPolicies.Version get(@PathParam("version") int version) {
        return policies.find(version).orElseThrow(Problem::notFound);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Transactional
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.STEERING_COMMITTEE})
    @Operation(
            operationId = "addGradingPolicy",
            summary = "Put a new version of the grading policy in force; grades everything anew",
            description =
                    "Try it first with POST /grades/what-if. Grading runs after the answer, a country in seconds.")
    @APIResponseSchema(value = GradingPolicies.Version.class, responseCode = "201")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST")
    @APIResponse(responseCode = "409", description = "REQUEST_IN_PROGRESS")
    @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
    @APIResponse(responseCode = "422", description = "POLICY_INVALID, IDEMPOTENCY_KEY_REUSED")
    public Response add(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @Valid @NotNull Request request) {
        GradingPolicies.Version version =
                policies.add(request.settings(), caller.username(), request.decisionDocument(), Instant.now(clock));
        due.fire(IndicatorsDue.marked());
        LOG.infof("grading policy %d in force", version.version());
        return Response.created(URI.create("/api/v1/grading-policies/" + version.version()))
                .entity(version)
                .build();
    }
}
