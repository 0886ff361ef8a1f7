package vn.monitoring.indicator.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.file.Uploads;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.sheet.ImportResult;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Cursor;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// Plans over HTTP.
@Path("/api/v1/plans")
@Tag(name = "Plans", description = "Plans, and their import from an office's workbook")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PlanResource {

    private final PlanService plans;
    private final Uploads uploads;
    private final Clock clock;

    PlanResource(PlanService plans, Uploads uploads, Clock clock) {
        this.plans = plans;
        this.uploads = uploads;
        this.clock = clock;
    }

    @POST
    @Path("imports")
    @Idempotent
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.STANDING_BODY, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "importPlan",
            summary = "Import a plan with the sheet \"Chỉ tiêu\" of its workbook",
            description =
                    "Part `file`: the .xlsx or .csv as the office has it, at most 25 MB. Part `plan`: JSON. Try with "
                            + "`dryRun=true` first. The plan is recognised by its unit and number, or its title while it has none; "
                            + "importing it again updates what changed, and a changed target keeps the old one with its validity. "
                            + "A new plan is in force at once, with `status` DRAFT only after its activation.")
    @APIResponse(
            responseCode = "200",
            description = "The result of a dry run; nothing is written",
            content = @Content(schema = @Schema(implementation = ImportResult.class)))
    @APIResponse(
            responseCode = "201",
            description = "The result of the import",
            content = @Content(schema = @Schema(implementation = ImportResult.class)))
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: a part is missing or not readable")
    @APIResponse(responseCode = "404", description = "PLAN_UNIT_NOT_FOUND: unknown, or outside of the caller's units")
    @APIResponse(
            responseCode = "409",
            description = "UNIT_CEASED, PLAN_NOT_DRAFT (status DRAFT for a plan in force), REQUEST_IN_PROGRESS")
    @APIResponse(responseCode = "413", description = "WORKBOOK_TOO_LARGE, TOO_LARGE")
    @APIResponse(responseCode = "415", description = "NOT_A_WORKBOOK, UNSUPPORTED_MEDIA_TYPE")
    @APIResponse(
            responseCode = "422",
            description =
                    "SHEET_MISSING, HEADER_MISSING, TABLE_EMPTY (with the place), PLAN_OF_ANOTHER_UNIT, PLAN_INVALID, "
                            + "PARENT_NOT_ABOVE, IDEMPOTENCY_KEY_REUSED")
    public Response importPlan(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("plan") @PartType(MediaType.APPLICATION_JSON) @Valid @Nullable PlanRequest plan,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        if (file == null || file.fileName() == null) {
            throw missing(
                    "file",
                    "Hãy gửi bảng tính trong phần «file» của biểu mẫu.",
                    "Send the workbook in the form's part \"file\".");
        }
        if (plan == null) {
            throw missing(
                    "plan",
                    "Hãy gửi thông tin kế hoạch (JSON) trong phần «plan» của biểu mẫu.",
                    "Send the plan's description (JSON) in the form's part \"plan\".");
        }
        ImportResult result = plans.importPlan(plan, uploads.scanned(file), file.fileName(), dryRun);
        if (dryRun) {
            return Response.ok(result).build();
        }
        return Response.created(URI.create("/api/v1/plans/" + result.planId()))
                .entity(result)
                .build();
    }

    private static Problem missing(String part, String vi, String en) {
        return new Problem(KitProblem.INVALID_REQUEST, vi, en)
                .violation("body", part, new Text("Còn thiếu.", "Missing."));
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listPlans",
            summary = "List the plans of the caller's units, or with indicators of theirs")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: the limit or the cursor")
    public RestResponse<Page<PlanResponse>> list(
            @Parameter(description = "Plans of this unit and those below it") @QueryParam("unit") @Nullable String unit,
            @QueryParam("status") @Nullable PlanStatus status,
            @Parameter(description = "Plans directly below this plan") @QueryParam("parentPlanId") @Nullable
                    UUID parentPlanId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(
                Page.of(
                                plans.listPlans(
                                        new PlanFilter(unit, status, parentPlanId),
                                        Cursor.decode(cursor, 2),
                                        limit + 1),
                                limit,
                                plan -> Cursor.at(plan.unitCode(), plan.id()))
                        .map(PlanResponse::from),
                uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "getPlan", summary = "One plan")
    @APIResponseSchema(value = PlanResponse.class, responseCode = "200")
    @APIResponse(responseCode = "304", description = "Not changed since the version of If-None-Match")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent or outside of the caller's units")
    public Response get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Plan plan = plans.getPlan(id);
        Response.ResponseBuilder answer = ETags.matches(ifNoneMatch, plan.version())
                ? Response.notModified()
                : Response.ok(PlanResponse.from(plan));
        return answer.header(HttpHeaders.ETAG, ETags.of(plan.version())).build();
    }

    @GET
    @Path("{id}/indicators")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listIndicatorsOfPlan",
            summary = "List a plan's indicators in its own order, raw and as read")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST: the limit or the cursor")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: absent or outside of the caller's units")
    public RestResponse<Page<IndicatorResponse>> indicators(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        Plan plan = plans.getPlan(id);
        return IndicatorResource.page(
                plans.listIndicators(
                        new IndicatorFilter(plan.id(), null, null, null), Cursor.decode(cursor, 2), limit + 1),
                limit,
                LocalDate.now(clock),
                uri);
    }
}
