package vn.monitoring.report.feedback;

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
import java.net.URI;
import java.time.LocalDate;
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

/// Feedback over HTTP, for those who handle it.
@Tag(name = "Feedback")
@Path("/api/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class FeedbackResource {

    private final FeedbackCases cases;

    FeedbackResource(FeedbackCases cases) {
        this.cases = cases;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD, Role.STANDING_BODY, Role.INTEGRATION})
    @Operation(
            operationId = "registerFeedback",
            summary = "Register a feedback that came in elsewhere",
            description =
                    "The answer is due some working days after the day of receipt, by field. The sender's data are stored"
                            + " apart and sealed. Roles: reporter, unit-head, standing-body, integration of the receiver or above.")
    @APIResponseSchema(value = FeedbackResponse.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the receiver is not in the caller's units")
    @APIResponse(responseCode = "409", description = "FEEDBACK_EXISTS (with feedbackId)")
    @APIResponse(responseCode = "422", description = "RECEIVED_IN_FUTURE, CLASSIFIED_CONTENT")
    public Response register(
            @NotNull @Valid FeedbackRequest request, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        FeedbackResponse feedback = cases.register(request);
        return Response.created(URI.create("/api/v1/feedback/" + feedback.id()))
                .header("ETag", ETags.of(feedback.version()))
                .entity(feedback)
                .build();
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listFeedback",
            summary = "List the feedback that the caller's units received or handle, the last received first",
            description = "Without content and sender. Roles: every role.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit of the filter is not in the caller's units")
    public RestResponse<Page<FeedbackResponse>> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("field") @Nullable String field,
            @QueryParam("status") @Nullable FeedbackStatus status,
            @QueryParam("overdue") @Nullable Boolean overdue,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(cases.list(unit, field, status, overdue, cursor, limit), uri);
    }

    @GET
    @Path("summary")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "summariseFeedback",
            summary = "Numerators and denominators of the feedback of a stretch of days",
            description = "Of the units that handle it. Roles: every role.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit of the filter is not in the caller's units")
    public FeedbackResponse.Summary summary(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("from") @NotNull LocalDate from,
            @QueryParam("to") @NotNull LocalDate to) {
        return cases.summarise(unit, from, to);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getFeedback",
            summary = "Read a feedback, without its sender",
            description = "Roles: every role.")
    @APIResponseSchema(value = FeedbackResponse.class, responseCode = "200")
    public Response get(@PathParam("id") UUID id) {
        return answer(cases.get(id));
    }

    @GET
    @Path("{id}/sender")
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD, Role.STANDING_BODY})
    @Operation(
            operationId = "readFeedbackSender",
            summary = "Read who sent a feedback",
            description =
                    "Personal data; each reading is noted with its purpose in the audit trail. Roles: reporter, unit-head, standing-body of the"
                            + " receiver or of the unit that it is assigned to.")
    @APIResponseSchema(value = Sender.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "NOT_HANDLING_UNIT")
    public Response sender(@PathParam("id") UUID id, @QueryParam("purpose") @NotBlank @Size(max = 300) String purpose) {
        return Response.ok(cases.sender(id, purpose))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Idempotent
    @Path("{id}/assignment")
    @RolesAllowed({Role.UNIT_HEAD, Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "assignFeedback",
            summary = "Give a feedback to the receiver or a unit below it",
            description = "Also to pass it on; the due date stays. Roles: unit-head, standing-body, leader.")
    @APIResponseSchema(value = FeedbackResponse.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "FEEDBACK_STATUS")
    @APIResponse(responseCode = "422", description = "ASSIGNEE_OUTSIDE")
    public Response assign(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid FeedbackRequest.Assignment request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(cases.assign(id, request, ifMatch));
    }

    @POST
    @Idempotent
    @Path("{id}/answer")
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD, Role.STANDING_BODY})
    @Operation(
            operationId = "answerFeedback",
            summary = "Answer a feedback",
            description =
                    "On time by the day of this step. Roles: reporter, unit-head, standing-body of a handling unit.")
    @APIResponseSchema(value = FeedbackResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "NOT_HANDLING_UNIT")
    @APIResponse(responseCode = "409", description = "FEEDBACK_STATUS")
    @APIResponse(responseCode = "422", description = "CLASSIFIED_CONTENT")
    public Response answerWith(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid FeedbackRequest.Answer request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(cases.answer(id, request, ifMatch));
    }

    @PUT
    @Path("{id}/publication")
    @RolesAllowed({Role.UNIT_HEAD, Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "publishFeedbackAnswer",
            summary = "Publish an answer, or withdraw it from the public",
            description = "Roles: unit-head, standing-body, leader.")
    @APIResponseSchema(value = FeedbackResponse.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "FEEDBACK_STATUS")
    public Response publish(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid FeedbackRequest.Publication request) {
        return answer(cases.publish(id, request.published(), ifMatch));
    }

    @POST
    @Idempotent
    @Path("{id}/closure")
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD, Role.STANDING_BODY})
    @Operation(
            operationId = "closeFeedback",
            summary = "Close an answered feedback",
            description =
                    "From then on runs the time after which the sender is forgotten. Roles: reporter, unit-head, standing-body of a handling unit.")
    @APIResponseSchema(value = FeedbackResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "NOT_HANDLING_UNIT")
    @APIResponse(responseCode = "409", description = "FEEDBACK_STATUS")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response close(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(cases.close(id, ifMatch));
    }

    private static Response answer(FeedbackResponse feedback) {
        return Response.ok(feedback)
                .header("ETag", ETags.of(feedback.version()))
                .build();
    }
}
