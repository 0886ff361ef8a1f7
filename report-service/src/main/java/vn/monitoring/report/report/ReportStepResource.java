package vn.monitoring.report.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

/// The steps of a report between sender and receiver, over HTTP.
@Tag(name = "Reports")
@Path("/api/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReportStepResource {

    private final Submissions submissions;
    private final Acceptances acceptances;
    private final ReportReader reader;

    ReportStepResource(Submissions submissions, Acceptances acceptances, ReportReader reader) {
        this.submissions = submissions;
        this.acceptances = acceptances;
        this.reader = reader;
    }

    @POST
    @Idempotent
    @Path("submission")
    @RolesAllowed({Role.UNIT_HEAD, Role.LEADER})
    @Operation(
            operationId = "submitReport",
            summary = "Sign and send a report to the receiver",
            description =
                    "By the head or a leader of the sending unit. Issues an edition: numbered in the unit's register, signed, never changed "
                            + "again. A returned report and a correction are sent the same way and issue the next edition.")
    @APIResponseSchema(value = ReportResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "NOT_SENDER")
    @APIResponse(responseCode = "409", description = "REPORT_NOT_SUBMITTABLE, CORRECTION_EMPTY, DOCUMENT_NUMBER_TAKEN")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response submit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable SubmissionRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(submissions.submit(id, request == null ? SubmissionRequest.NOTHING_GIVEN : request, ifMatch));
    }

    @POST
    @Idempotent
    @Path("acceptance")
    @RolesAllowed(Role.STANDING_BODY)
    @Operation(
            operationId = "acceptReport",
            summary = "Accept a report",
            description =
                    "By the receiver's standing body, another person than the one who sent it. It never changes afterwards.")
    @APIResponseSchema(value = ReportResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "NOT_RECEIVER")
    @APIResponse(responseCode = "409", description = "REPORT_NOT_UNDER_REVIEW")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response accept(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        acceptances.acceptOne(id, ifMatch);
        return answer(submissions.get(id));
    }

    @POST
    @Idempotent
    @Path("return")
    @RolesAllowed(Role.STANDING_BODY)
    @Operation(
            operationId = "returnReport",
            summary = "Send a report back with reasons",
            description = "By the receiver's standing body, another person than the one who sent it.")
    @APIResponseSchema(value = ReportResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "NOT_RECEIVER")
    @APIResponse(responseCode = "409", description = "REPORT_NOT_UNDER_REVIEW")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response sendBack(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReasonRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(submissions.sendBack(id, request.reason(), ifMatch));
    }

    private Response answer(ReportView view) {
        return Response.ok(reader.read(view))
                .header("ETag", ETags.of(view.report().version()))
                .build();
    }
}
