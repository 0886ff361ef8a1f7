package vn.monitoring.report.feedback;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.monitoring.kit.shield.AsSystem;

/// Feedback over HTTP, for citizens without a token.
///
/// Nobody signs in: who holds the code of a feedback sees that one, as the system.
@Tag(name = "Public")
@Path("/api/v1/public/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PublicFeedbackResource {

    private final PublicFeedback feedback;
    private final AsSystem asSystem;

    PublicFeedbackResource(PublicFeedback feedback, AsSystem asSystem) {
        this.feedback = feedback;
        this.asSystem = asSystem;
    }

    @POST
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "sendPublicFeedback",
            summary = "Send a feedback without logging in",
            description =
                    "Answers with a code, shown this once, by which its sender looks it up. A contact sends some a day.")
    @APIResponseSchema(value = FeedbackResponse.Receipt.class, responseCode = "201")
    @APIResponse(responseCode = "422", description = "CLASSIFIED_CONTENT, RECEIVER_UNKNOWN")
    @APIResponse(responseCode = "429", description = "TOO_MANY_FROM_CONTACT (with mostADay)")
    public Response send(@NotNull @Valid FeedbackRequest.FromPublic request) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(asSystem.call(() -> feedback.send(request)))
                .build();
    }

    @GET
    @Path("{code}")
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "lookUpPublicFeedback",
            summary = "Look up the status of one's feedback, and the answer if it was published")
    @APIResponseSchema(value = FeedbackResponse.ForPublic.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: there is no such code")
    public Response lookUp(@PathParam("code") @Pattern(regexp = "[0-9A-Za-z -]{1,60}") String code) {
        return Response.ok(asSystem.call(() -> feedback.lookUp(code)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("{code}/satisfaction")
    @PermitAll
    @SecurityRequirements
    @Operation(operationId = "ratePublicFeedback", summary = "Tell once how satisfied one is with the answer, 1 to 5")
    @APIResponseSchema(value = FeedbackResponse.ForPublic.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: there is no such code")
    @APIResponse(responseCode = "409", description = "FEEDBACK_STATUS")
    public Response rate(
            @PathParam("code") @Pattern(regexp = "[0-9A-Za-z -]{1,60}") String code,
            @NotNull @Valid FeedbackRequest.Satisfaction request) {
        return Response.ok(asSystem.call(() -> feedback.rate(code, request.score())))
                .build();
    }
}
