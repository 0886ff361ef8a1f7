package vn.monitoring.report.ranking;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;

/// Ranking policies over HTTP.
@Tag(name = "Rankings")
@Path("/api/v1/ranking-policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PolicyResource {

    private final Policies policies;

    PolicyResource(Policies policies) {
        this.policies = policies;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.LEADER, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "decideRankingPolicy",
            summary = "Decide a new version of the ranking policy of a unit",
            description =
                    "Holds for runs from now on; what was ranked keeps its own copy. Roles: leader, province-admin.")
    @APIResponseSchema(value = DecidedPolicy.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's units")
    @APIResponse(responseCode = "422", description = "RANKING_POLICY_INVALID")
    public Response decide(
            @NotNull @Valid PolicyRequest request, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        DecidedPolicy policy = policies.decide(request);
        return Response.created(URI.create("/api/v1/ranking-policies?unit=" + policy.unitCode()))
                .entity(policy)
                .build();
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listRankingPolicies",
            summary = "List the policies of a unit and those above it, the one that holds first",
            description = "The last is the standard, version 1. Roles: every role.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's units")
    public Page<DecidedPolicy> list(@QueryParam("unit") @NotBlank String unit) {
        return new Page<>(policies.list(unit), null);
    }
}
