package vn.monitoring.indicator.unit;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.unit.UnitDecisionRequest.Merger;
import vn.monitoring.indicator.unit.UnitDecisionRequest.Reclassification;
import vn.monitoring.indicator.unit.UnitDecisionRequest.Renaming;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// Changes of units in time over HTTP, and their history.
@Path("/api/v1")
@Tag(name = "Units", description = "The tree of provinces, communes and their agencies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UnitChangeResource {

    private static final int CURSOR_KEYS = 2;

    private final UnitDecisions decisions;
    private final UnitChanges history;
    private final Scope scope;
    private final Clock clock;

    UnitChangeResource(UnitDecisions decisions, UnitChanges history, Scope scope, Clock clock) {
        this.decisions = decisions;
        this.history = history;
        this.scope = scope;
        this.clock = clock;
    }

    /// @param unit as it is today, after the decision was recorded
    /// @param recorded what was added to the histories of this unit and of others
    @Schema(name = "UnitDecisionResult")
    record DecisionResponse(UnitResponse unit, List<UnitHistoryItem> recorded) {}

    @Schema(name = "UnitAliasesRequest", examples = "{\"aliases\":[\"VH-XH\",\"Phòng Văn hoá Xã hội\"]}")
    record AliasesRequest(@NotNull List<@NotNull @Size(max = UnitAliases.LONGEST) String> aliases) {}

    @Schema(name = "AgencyType")
    record AgencyTypeResponse(AgencyType code, Text name, Block usualBlock) {}

    @POST
    @Path("units/{code}/renaming")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Role.PROVINCE_ADMIN)
    @Operation(
            operationId = "renameUnit",
            summary = "Give a unit another name from a day on, by a decision",
            description = "The day may lie behind or ahead; the former name stays as an alias.")
    @APIResponseSchema(value = DecisionResponse.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "UNIT_CEASED, REQUEST_IN_PROGRESS")
    @APIResponse(
            responseCode = "422",
            description = "NOTHING_CHANGES, BEFORE_FIRST_DAY, BAD_UNIT_FIELD, IDEMPOTENCY_KEY_REUSED")
    public Response rename(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Valid @NotNull Renaming request) {
        return answer(decisions.rename(code, request, ifMatch));
    }

    @POST
    @Path("units/{code}/reclassification")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Role.PROVINCE_ADMIN)
    @Operation(
            operationId = "reclassifyUnit",
            summary = "Make a commune another kind of commune, or an agency another kind of agency, by a decision",
            description = "The day may lie behind or ahead. Ranking compares xã with xã and phường with phường.")
    @APIResponseSchema(value = DecisionResponse.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "UNIT_CEASED, REQUEST_IN_PROGRESS")
    @APIResponse(
            responseCode = "422",
            description =
                    "RECLASSIFICATION_IMPOSSIBLE, NOTHING_CHANGES, BEFORE_FIRST_DAY, BAD_UNIT_FIELD, IDEMPOTENCY_KEY_REUSED")
    public Response reclassify(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Valid @NotNull Reclassification request) {
        return answer(decisions.reclassify(code, request, ifMatch));
    }

    @POST
    @Path("units/{code}/merger")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed(Role.PROVINCE_ADMIN)
    @Operation(
            operationId = "mergeUnit",
            summary = "Merge units into another one, existing or new, by a decision",
            description =
                    "The unit, the others that are named and what lies below them cease on the day before the effective day. "
                            + "Their plans and figures stay theirs and readable; the successor reads them as predecessors.")
    @APIResponseSchema(value = DecisionResponse.class, responseCode = "200")
    @APIResponse(
            responseCode = "404",
            description =
                    "NOT_FOUND, UNIT_OUT_OF_SCOPE: another unit that the request names is outside of the caller's")
    @APIResponse(responseCode = "409", description = "UNIT_CEASED, LATER_CHANGE, REQUEST_IN_PROGRESS")
    @APIResponse(
            responseCode = "422",
            description = "MERGER_IMPOSSIBLE, BEFORE_FIRST_DAY, BAD_UNIT_CODE, BAD_UNIT_FIELD, IDEMPOTENCY_KEY_REUSED")
    public Response merge(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Valid @NotNull Merger request) {
        return answer(decisions.merge(code, request, ifMatch));
    }

    private Response answer(UnitDecisions.Outcome outcome) {
        LocalDate today = LocalDate.now(clock);
        DecisionResponse body = new DecisionResponse(
                UnitResponse.from(outcome.unit()),
                outcome.recorded().stream()
                        .map(change -> UnitHistoryItem.from(change, today))
                        .toList());
        return Response.ok(body)
                .header(HttpHeaders.ETAG, ETags.of(outcome.unit().version()))
                .build();
    }

    @PUT
    @Path("units/{code}/aliases")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.STANDING_BODY})
    @Operation(
            operationId = "setUnitAliases",
            summary = "Replace the other names by which a unit is found in plans",
            description = "Matching ignores case, dashes, spacing and the placement of the tone mark.")
    @APIResponseSchema(value = UnitResponse.class, responseCode = "200")
    @APIResponse(responseCode = "422", description = "BAD_UNIT_FIELD: too many aliases")
    public Response setAliases(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull AliasesRequest request) {
        Unit unit = decisions.setAliases(code, request.aliases(), ifMatch);
        return Response.ok(UnitResponse.from(unit))
                .header(HttpHeaders.ETAG, ETags.of(unit.version()))
                .build();
    }

    @GET
    @Path("units/{code}/history")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listUnitHistory",
            summary = "What happened to a unit and what is decided to happen, by effective day, the latest first")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: the limit or the cursor")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent or outside of the caller's units")
    public RestResponse<Page<UnitHistoryItem>> history(
            @PathParam("code") String code,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        scope.require(code);
        Cursor after = Cursor.decode(cursor, CURSOR_KEYS);
        LocalDate today = LocalDate.now(clock);
        List<UnitChange> rows = history.list(
                code,
                after == null ? LocalDate.of(9999, 1, 1) : after.date(0),
                after == null ? Long.MAX_VALUE : after.number(1),
                limit + 1);
        return PageAnswer.of(
                Page.of(
                                rows,
                                limit,
                                change -> Cursor.at(
                                        change.effectiveOn() == null ? UnitChanges.BEGINNING : change.effectiveOn(),
                                        change.seq()))
                        .map(change -> UnitHistoryItem.from(change, today)),
                uri);
    }

    @GET
    @Path("agency-types")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "listAgencyTypes", summary = "The kinds of agencies, with their usual blocks")
    public Page<AgencyTypeResponse> agencyTypes() {
        return new Page<>(
                Arrays.stream(AgencyType.values())
                        .map(type -> new AgencyTypeResponse(type, type.label(), type.usualBlock()))
                        .toList(),
                null);
    }
}
