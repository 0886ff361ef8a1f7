package vn.monitoring.indicator.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// The life of plans over HTTP: activation, supersession, correction, versions.
@Path("/api/v1/plans")
@Tag(name = "Plans", description = "Plans, and their import from an office's workbook")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PlanLifeResource {

    private final PlanLife life;
    private final PlanService plans;
    private final PlanVersions versions;

    PlanLifeResource(PlanLife life, PlanService plans, PlanVersions versions) {
        this.life = life;
        this.plans = plans;
        this.versions = versions;
    }

    /// @param decisionDocument the document by which the plan comes into force, when there is one beside the plan
    @Schema(name = "ActivationRequest", examples = "{\"decisionDocument\":\"21/QĐ-UBND\"}")
    record ActivationRequest(@Size(max = 300) @Nullable String decisionDocument) {}

    @POST
    @Path("{id}/activation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "activatePlan",
            summary = "Bring a draft into force, and see what is not clear in it yet",
            description =
                    "From now on its indicators are graded, and a plan that it replaces is superseded. What is missing of the \"6 rõ\" "
                            + "is listed by place: warnings that block nothing. There is no way back to a draft.")
    @APIResponseSchema(value = ActivationReport.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "PLAN_NOT_DRAFT, UNIT_CEASED, REQUEST_IN_PROGRESS")
    public Response activate(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Valid @Nullable ActivationRequest request) {
        Plan plan = life.activate(id, request == null ? null : request.decisionDocument(), ifMatch);
        return Response.ok(life.report(plan))
                .header(HttpHeaders.ETAG, ETags.of(plan.version()))
                .build();
    }

    @GET
    @Path("{id}/activation-report")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getActivationReport",
            summary = "What is not clear in a plan (\"6 rõ\"), by indicator and place",
            description =
                    "Lead agency, director or chair, deadline, expected output, unit of measure, link to the catalogue; for a draft as "
                            + "for a plan in force.")
    @APIResponseSchema(value = ActivationReport.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent or outside of the caller's units")
    public Response report(@PathParam("id") UUID id) {
        return Response.ok(life.report(plans.getPlan(id))).build();
    }

    @POST
    @Path("{id}/supersession")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "supersedePlan",
            summary = "Replace a plan by another one of its unit, by a decision",
            description =
                    "From the effective day on, which may lie ahead; the plan stays readable with its last grades.")
    @APIResponseSchema(value = PlanResponse.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "PLAN_NOT_IN_FORCE, REQUEST_IN_PROGRESS")
    @APIResponse(responseCode = "422", description = "SUPERSESSION_IMPOSSIBLE, IDEMPOTENCY_KEY_REUSED")
    public Response supersede(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Valid @NotNull SupersessionRequest request) {
        return answer(life.supersede(id, request, ifMatch));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({Role.STANDING_BODY, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "correctPlan",
            summary = "Put right what a plan says of itself",
            description =
                    "The same fields as the part `plan` of an import; the unit stays, `status` and `effectiveFrom` do not count here. "
                            + "The header as it was stays among the versions.")
    @APIResponseSchema(value = PlanResponse.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "PLAN_EXISTS: another plan of the unit has this number or title")
    @APIResponse(responseCode = "422", description = "PLAN_INVALID, PARENT_NOT_ABOVE")
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PlanRequest request) {
        return answer(life.correct(id, request, ifMatch));
    }

    @GET
    @Path("{id}/versions")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listPlanVersions",
            summary = "What a plan said of itself in each version, when, and by which document; the latest first")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: the limit or the cursor")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent or outside of the caller's units")
    public RestResponse<Page<PlanVersion>> versions(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        Plan plan = plans.getPlan(id);
        Cursor after = Cursor.decode(cursor, 1);
        return PageAnswer.of(
                Page.of(
                        versions.list(plan.id(), after == null ? Long.MAX_VALUE : after.number(0), limit + 1),
                        limit,
                        version -> Cursor.at(version.version())),
                uri);
    }

    private static Response answer(Plan plan) {
        return Response.ok(PlanResponse.from(plan))
                .header(HttpHeaders.ETAG, ETags.of(plan.version()))
                .build();
    }
}
