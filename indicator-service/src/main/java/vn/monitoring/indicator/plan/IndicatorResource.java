package vn.monitoring.indicator.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.sheet.Outcome;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// Indicators over HTTP.
@Path("/api/v1/indicators")
@Tag(name = "Indicators", description = "Indicators of plans with their targets, raw and as read")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class IndicatorResource {

    private final PlanService plans;
    private final IndicatorDecisions decisions;
    private final Clock clock;

    IndicatorResource(PlanService plans, IndicatorDecisions decisions, Clock clock) {
        this.plans = plans;
        this.decisions = decisions;
        this.clock = clock;
    }

    /// Which entry of the catalogue an indicator is to be linked to.
    @Schema(name = "CanonicalLink", examples = "{\"canonicalCode\": \"CQ.HOSO_TT\"}")
    record CanonicalRequest(
            @Schema(examples = "CQ.HOSO_TT") @NotBlank String canonicalCode) {}

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listIndicators",
            summary = "List the indicators that the caller's units are responsible for")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: a filter, the limit or the cursor")
    public RestResponse<Page<IndicatorResponse>> list(
            @Parameter(description = "Responsible is this unit or one below it") @QueryParam("unit") @Nullable
                    String unit,
            @QueryParam("canonical") @Nullable String canonical,
            @Parameter(description = "How its row was taken in: NEEDS_DECISION lists what waits for a person")
                    @QueryParam("outcome")
                    @Nullable
                    Outcome outcome,
            @Parameter(
                            description =
                                    "How sure the link to the catalogue is: NEAR waits to be confirmed, NONE to be found")
                    @QueryParam("canonicalMatch")
                    IndicatorFilter.@Nullable Link link,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return page(
                plans.listIndicators(
                        new IndicatorFilter(null, unit, canonical, outcome, link), Cursor.decode(cursor, 2), limit + 1),
                limit,
                LocalDate.now(clock),
                uri);
    }

    /// @param today the day whose targets are shown
    static RestResponse<Page<IndicatorResponse>> page(List<Indicator> rows, int limit, LocalDate today, UriInfo uri) {
        return PageAnswer.of(
                Page.of(rows, limit, indicator -> Cursor.at(indicator.planId(), indicator.position()))
                        .map(indicator -> IndicatorResponse.on(today, indicator)),
                uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "getIndicator", summary = "One indicator with its targets and their history")
    @APIResponseSchema(value = IndicatorResponse.class, responseCode = "200")
    @APIResponse(responseCode = "304", description = "Not changed since the version of If-None-Match")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent or outside of the caller's units")
    public Response get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Indicator indicator = plans.getIndicator(id);
        if (ETags.matches(ifNoneMatch, indicator.version())) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, ETags.of(indicator.version()))
                    .build();
        }
        return answer(indicator);
    }

    @PUT
    @Path("{id}/canonical")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({Role.STANDING_BODY, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "linkIndicator",
            summary = "Link an indicator to the catalogue, confirming or replacing the import's suggestion")
    @APIResponseSchema(value = IndicatorResponse.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent or outside of the caller's units")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
    @APIResponse(responseCode = "422", description = "CANONICAL_UNKNOWN")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED")
    public Response link(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CanonicalRequest request) {
        return answer(decisions.link(id, ifMatch, request.canonicalCode()));
    }

    @DELETE
    @Path("{id}/canonical")
    @Transactional
    @RolesAllowed({Role.STANDING_BODY, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "unlinkIndicator",
            summary = "Decide that the catalogue has no entry for an indicator",
            description = "No later import suggests one again. Link it to undo the decision.")
    @APIResponseSchema(value = IndicatorResponse.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent or outside of the caller's units")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED")
    public Response unlink(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(decisions.unlink(id, ifMatch));
    }

    @GET
    @Path("{id}/suggestions")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "suggestCanonical",
            summary = "Rank the catalogue's entries that an indicator may be",
            description = "By the rare words that the names share. Confirm one with `PUT …/canonical`, or decide with "
                    + "`DELETE …/canonical` that there is none.")
    @APIResponse(responseCode = "200", description = "the likeliest first")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent or outside of the caller's units")
    public CanonicalSuggestions suggestions(
            @PathParam("id") UUID id, @QueryParam("limit") @DefaultValue("5") @Min(1) @Max(20) int limit) {
        return decisions.suggest(id, limit);
    }

    @POST
    @Path("{id}/targets/{targetId}/confirmation")
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "confirmTarget",
            summary = "Confirm the doubtful reading of a target",
            description =
                    "The target is no longer provisional. To change the reading, correct the cell and import the plan again.")
    @APIResponseSchema(value = IndicatorResponse.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent or outside of the caller's units")
    @APIResponse(responseCode = "409", description = "TARGET_NOT_IN_DOUBT, REQUEST_IN_PROGRESS")
    @APIResponse(responseCode = "412", description = "STALE")
    @APIResponse(responseCode = "428", description = "PRECONDITION_REQUIRED")
    public Response confirm(
            @PathParam("id") UUID id,
            @PathParam("targetId") UUID targetId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(decisions.confirm(id, targetId, ifMatch));
    }

    private static Response answer(Indicator indicator) {
        return Response.ok(IndicatorResponse.withHistory(indicator))
                .header(HttpHeaders.ETAG, ETags.of(indicator.version()))
                .build();
    }
}
