package vn.monitoring.report.report;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.report.fact.FigureKind;
import vn.monitoring.report.fact.FrozenFigures;

/// Corrections of accepted reports over HTTP.
@Tag(name = "Reports")
@Path("/api/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CorrectionResource {

    private final Corrections corrections;
    private final ReportReader reader;

    CorrectionResource(Corrections corrections, ReportReader reader) {
        this.corrections = corrections;
        this.reader = reader;
    }

    @GET
    @Path("corrections")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listReportCorrections",
            summary = "List why an accepted report was opened, and how that ended; oldest first")
    public Page<Correction> list(@PathParam("id") UUID id) {
        return new Page<>(corrections.list(id), null);
    }

    @POST
    @Idempotent
    @Path("corrections")
    @RolesAllowed({Role.UNIT_HEAD, Role.LEADER})
    @Operation(
            operationId = "openReportCorrection",
            summary = "Open parts of an accepted report to correct them",
            description =
                    "By the head or a leader of the sending unit. The accepted edition stands until the corrected one was sent; the next "
                            + "submission issues an edition that names what changed.")
    @APIResponseSchema(value = ReportResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "NOT_SENDER")
    @APIResponse(responseCode = "409", description = "REPORT_NOT_ACCEPTED")
    @APIResponse(responseCode = "422", description = "PART_UNKNOWN, IDEMPOTENCY_KEY_REUSED")
    public Response open(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CorrectionRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(corrections.open(id, request, ifMatch));
    }

    @POST
    @Idempotent
    @Path("correction-withdrawal")
    @RolesAllowed({Role.UNIT_HEAD, Role.LEADER})
    @Operation(
            operationId = "withdrawReportCorrection",
            summary = "Lock a report again that was opened for a correction, as long as nothing was changed")
    @APIResponseSchema(value = ReportResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "NOT_SENDER")
    @APIResponse(responseCode = "409", description = "REPORT_NOT_ACCEPTED, CORRECTION_BEGUN")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(corrections.withdraw(id, ifMatch));
    }

    @POST
    @Idempotent
    @Path("figures/{kind}/{subjectId}/unlocking")
    @RolesAllowed(Role.STANDING_BODY)
    @Operation(
            operationId = "unlockReportFigure",
            summary = "Have one figure of an accepted report put right; everything else stays locked",
            description =
                    "By the receiver's standing body, another person than the one who sent the report. The sender then takes the fact "
                            + "known now and sends the next edition.")
    @APIResponseSchema(value = ReportResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "NOT_RECEIVER")
    @APIResponse(responseCode = "409", description = "REPORT_NOT_ACCEPTED")
    @APIResponse(responseCode = "422", description = "PART_UNKNOWN, IDEMPOTENCY_KEY_REUSED")
    public Response unlock(
            @PathParam("id") UUID id,
            @PathParam("kind") FigureKind kind,
            @PathParam("subjectId") UUID subjectId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReasonRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(corrections.unlock(id, kind, subjectId, request.reason(), ifMatch));
    }

    @POST
    @Idempotent
    @Path("figures/{kind}/{subjectId}/renewals")
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD, Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "renewReportFigure",
            summary = "Take the fact that is known now as at the cut-off in the place of a frozen figure",
            description =
                    "By people of the sending unit, while the figure is open: in a draft, a returned report, or unlocked for a "
                            + "correction. The figure before stays in the report's history.")
    @APIResponseSchema(value = ReportResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "NOT_SENDER")
    @APIResponse(responseCode = "409", description = "REPORT_NOT_EDITABLE, FIGURE_UNCHANGED")
    @APIResponse(responseCode = "422", description = "PART_UNKNOWN, IDEMPOTENCY_KEY_REUSED")
    public Response renew(
            @PathParam("id") UUID id,
            @PathParam("kind") FigureKind kind,
            @PathParam("subjectId") UUID subjectId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReasonRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(corrections.renew(id, kind, subjectId, request.reason(), ifMatch));
    }

    @GET
    @Path("figure-renewals")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listReportFigureRenewals",
            summary = "List the figures of a report that newer ones replaced, oldest first")
    public Page<FrozenFigures.Replaced> renewals(@PathParam("id") UUID id) {
        return new Page<>(corrections.listRenewals(id), null);
    }

    private Response answer(ReportView view) {
        return Response.ok(reader.read(view))
                .header("ETag", ETags.of(view.report().version()))
                .build();
    }
}
