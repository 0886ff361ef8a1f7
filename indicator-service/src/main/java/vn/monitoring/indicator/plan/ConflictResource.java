package vn.monitoring.indicator.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.plan.TargetConflict.Choice;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// Conflicts between readings of targets over HTTP.
@Path("/api/v1/conflicts")
@Tag(name = "Conflicts", description = "Targets with two values, and who chose which")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ConflictResource {

    /// Which value counts.
    ///
    /// @param chosen A the table's, B what contradicts it, OTHER neither
    /// @param raw the other value
    /// @param reading how the chosen text is to be understood, where it is not read for certain
    @Schema(
            name = "TargetConflictDecision",
            examples = "{\"chosen\":\"A\",\"decisionDocument\":\"Thông báo 15-TB/ĐU ngày 02/10/2025\"}")
    record DecisionRequest(
            @NotNull Choice chosen,
            @Size(min = 1, max = 500) @Nullable String raw,
            @Valid @Nullable TargetReading reading,

            @Schema(examples = "Thông báo 15-TB/ĐU ngày 02/10/2025") @NotBlank @Size(max = 300)
            String decisionDocument,

            @Size(max = 2000) @Nullable String note) {}

    private final TargetConflicts conflicts;
    private final TargetConflictRepository repository;
    private final Scope scope;

    ConflictResource(TargetConflicts conflicts, TargetConflictRepository repository, Scope scope) {
        this.conflicts = conflicts;
        this.repository = repository;
        this.scope = scope;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "listConflicts", summary = "List the conflicts of the caller's indicators, oldest first")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: a filter, the limit or the cursor")
    public RestResponse<Page<ConflictResponse>> list(
            @Parameter(description = "Responsible is this unit or one below it") @QueryParam("unit") @Nullable
                    String unit,
            @QueryParam("planId") @Nullable UUID planId,
            @QueryParam("status") TargetConflict.@Nullable Status status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(
                Page.of(
                                repository.list(
                                        scope.paths(),
                                        new TargetConflictRepository.Filter(planId, unit, status),
                                        Cursor.decode(cursor, 1),
                                        limit + 1),
                                limit,
                                conflict -> Cursor.at(conflict.id()))
                        .map(ConflictResponse::from),
                uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "getConflict", summary = "One conflict with its two readings and what was decided")
    @APIResponse(
            responseCode = "200",
            description = "the conflict",
            content = @Content(schema = @Schema(implementation = ConflictResponse.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent or outside of the caller's units")
    public Response get(@PathParam("id") UUID id) {
        return answer(Response.ok(), conflicts.get(id));
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "decideConflict",
            summary = "Choose the value that counts",
            description = "It counts from the first day on; the indicator is graded anew from the start.")
    @APIResponse(
            responseCode = "200",
            description = "decided",
            content = @Content(schema = @Schema(implementation = ConflictResponse.class)))
    @APIResponse(responseCode = "409", description = "CONFLICT_CLOSED, REQUEST_IN_PROGRESS")
    @APIResponse(
            responseCode = "422",
            description = "CONFLICT_INVALID, TARGET_UNREADABLE, TARGET_INVALID, IDEMPOTENCY_KEY_REUSED")
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @NotNull @Valid DecisionRequest request) {
        return answer(Response.ok(), conflicts.decide(id, ifMatch, request));
    }

    static Response answer(Response.ResponseBuilder builder, TargetConflict conflict) {
        return builder.entity(ConflictResponse.from(conflict))
                .header(HttpHeaders.ETAG, ETags.of(conflict.version()))
                .build();
    }
}
