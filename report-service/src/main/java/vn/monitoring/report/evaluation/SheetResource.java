package vn.monitoring.report.evaluation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// Evaluation sheets over HTTP.
@Tag(name = "Evaluation sheets")
@Path("/api/v1/evaluation-sheets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SheetResource {

    private final Sheets sheets;

    SheetResource(Sheets sheets) {
        this.sheets = sheets;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.UNIT_HEAD, Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "makeEvaluationSheet",
            summary = "Make a commune's evaluation sheet of a year",
            description =
                    "From the year's published ranking, whose components it freezes. Roles: unit-head, standing-body,"
                            + " leader.")
    @APIResponseSchema(value = SheetResponse.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's units")
    @APIResponse(responseCode = "409", description = "EVALUATION_EXISTS (with sheetId), RANKING_MISSING")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response make(
            @NotNull @Valid SheetRequest request, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        SheetResponse sheet = sheets.make(request);
        return Response.created(URI.create("/api/v1/evaluation-sheets/" + sheet.id()))
                .header("ETag", ETags.of(sheet.version()))
                .entity(sheet)
                .build();
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listEvaluationSheets",
            summary = "List the sheets of the caller's units, the last year first",
            description = "Roles: every role.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit of the filter is not in the caller's units")
    public RestResponse<Page<SheetResponse>> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("status") @Nullable SheetStatus status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(sheets.list(unit, year, status, cursor, limit), uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "getEvaluationSheet", summary = "Read a sheet", description = "Roles: every role.")
    @APIResponseSchema(value = SheetResponse.class, responseCode = "200")
    public Response get(@PathParam("id") UUID id) {
        return answer(sheets.get(id));
    }

    @PUT
    @Path("{id}/self-assessment")
    @RolesAllowed({Role.UNIT_HEAD, Role.STANDING_BODY, Role.REPORTER})
    @Operation(
            operationId = "writeSelfAssessment",
            summary = "Write what the commune says of each criterion",
            description = "While DRAFT. Roles: unit-head, standing-body, reporter of the commune.")
    @APIResponseSchema(value = SheetResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "NOT_EVALUATED_UNIT")
    @APIResponse(responseCode = "409", description = "EVALUATION_STATUS")
    public Response assessSelf(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid SheetRequest.SelfAssessment request) {
        return answer(sheets.assessSelf(id, request.texts(), ifMatch));
    }

    @POST
    @Idempotent
    @Path("{id}/submission")
    @RolesAllowed(Role.UNIT_HEAD)
    @Operation(
            operationId = "submitEvaluationSheet",
            summary = "Submit a sheet",
            description = "DRAFT → SUBMITTED. Role: unit-head of the commune.")
    @APIResponseSchema(value = SheetResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "NOT_EVALUATED_UNIT")
    @APIResponse(responseCode = "409", description = "EVALUATION_STATUS")
    @APIResponse(responseCode = "422", description = "SELF_ASSESSMENT_INCOMPLETE")
    public Response submit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(sheets.submit(id, ifMatch));
    }

    @POST
    @Idempotent
    @Path("{id}/assessment")
    @RolesAllowed(Role.STANDING_BODY)
    @Operation(
            operationId = "assessEvaluationSheet",
            summary = "Assess a sheet, with bonus and penalty points",
            description = "SUBMITTED → ASSESSED; points within the policy. Role: standing-body of the province.")
    @APIResponseSchema(value = SheetResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "NOT_EVALUATING_UNIT")
    @APIResponse(responseCode = "409", description = "EVALUATION_STATUS")
    @APIResponse(responseCode = "422", description = "POINTS_OUT_OF_BOUNDS")
    public Response assess(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid SheetRequest.Assessment request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(sheets.assess(id, request, ifMatch));
    }

    @POST
    @Idempotent
    @Path("{id}/confirmation")
    @RolesAllowed(Role.LEADER)
    @Operation(
            operationId = "confirmEvaluationSheet",
            summary = "Confirm a sheet",
            description = "ASSESSED → CONFIRMED; it never changes afterwards. Role: leader of the province.")
    @APIResponseSchema(value = SheetResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "NOT_EVALUATING_UNIT")
    @APIResponse(responseCode = "409", description = "EVALUATION_STATUS")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response confirm(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(sheets.confirm(id, ifMatch));
    }

    private static Response answer(SheetResponse sheet) {
        return Response.ok(sheet).header("ETag", ETags.of(sheet.version())).build();
    }
}
