package vn.monitoring.report.report;

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

/// Reports over HTTP.
@Tag(name = "Reports")
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReportResource {

    private final Reports reports;
    private final ReportReader reader;

    ReportResource(Reports reports, ReportReader reader) {
        this.reports = reports;
        this.reader = reader;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD, Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "draftReport",
            summary = "Draft the report that answers an obligation",
            description = "Pre-filled with the figures as at the cut-off, frozen. By people of the sending unit.")
    @APIResponseSchema(value = ReportResponse.class, responseCode = "201")
    @APIResponse(responseCode = "403", description = "NOT_SENDER")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the obligation is not in the caller's units")
    @APIResponse(
            responseCode = "409",
            description = "REPORT_EXISTS (with reportId), CUT_OFF_NOT_REACHED (with cutOffAt)")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response draft(
            @NotNull @Valid ReportRequest request, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        ReportView view = reports.draft(request.obligationId());
        return Response.created(URI.create("/api/v1/reports/" + view.report().id()))
                .header("ETag", ETags.of(view.report().version()))
                .entity(reader.read(view))
                .build();
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "listReports", summary = "List the reports of the caller's units, newest cut-off first")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit of the filter is not in the caller's units")
    public RestResponse<Page<ReportResponse.Summary>> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("regimeId") @Nullable UUID regimeId,
            @QueryParam("period") @Nullable String period,
            @QueryParam("status") @Nullable ReportStatus status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(reader.list(unit, regimeId, period, status, cursor, limit), uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getReport",
            summary = "Read a report with sections, frozen figures, reviews and what has changed since")
    public RestResponse<ReportResponse> get(@PathParam("id") UUID id) {
        return answer(reports.get(id));
    }

    @PUT
    @Path("{id}/sections/{key}")
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD, Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "editReportSection",
            summary = "Replace a section's text",
            description =
                    "While the report is a draft or was returned; by people of the sending unit. Revisions are kept.")
    @APIResponse(responseCode = "403", description = "NOT_SENDER")
    @APIResponse(responseCode = "409", description = "REPORT_NOT_EDITABLE")
    public RestResponse<ReportResponse> edit(
            @PathParam("id") UUID id,
            @PathParam("key") String key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid SectionTextRequest request) {
        return answer(reports.edit(id, key, request.text(), ifMatch));
    }

    @GET
    @Path("{id}/sections/{key}/revisions")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listReportSectionRevisions",
            summary = "List the texts that people gave a section, oldest first")
    public Page<StoredSection.Revision> revisions(@PathParam("id") UUID id, @PathParam("key") String key) {
        return new Page<>(reports.listRevisions(id, key), null);
    }

    private RestResponse<ReportResponse> answer(ReportView view) {
        return RestResponse.ResponseBuilder.ok(reader.read(view))
                .header("ETag", ETags.of(view.report().version()))
                .build();
    }
}
