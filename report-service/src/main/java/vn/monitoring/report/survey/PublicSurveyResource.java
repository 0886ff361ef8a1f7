package vn.monitoring.report.survey;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.monitoring.kit.shield.AsSystem;

/// Surveys over HTTP, for whoever has the link.
///
/// Nobody signs in: who holds the token of a survey sees that one, as the system.
@Tag(name = "Public")
@Path("/api/v1/public/surveys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PublicSurveyResource {

    private final Surveys surveys;
    private final AsSystem asSystem;

    PublicSurveyResource(Surveys surveys, AsSystem asSystem) {
        this.surveys = surveys;
        this.asSystem = asSystem;
    }

    @GET
    @Path("{token}")
    @PermitAll
    @SecurityRequirements
    @Operation(operationId = "readPublicSurvey", summary = "Read the question of a survey")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: there is no such survey")
    public SurveyResponse.ForPublic show(@PathParam("token") String token) {
        return asSystem.call(() -> surveys.show(token));
    }

    @POST
    @Path("{token}/answers")
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "answerPublicSurvey",
            summary = "Answer a survey",
            description = "Once for each `nonce`, which the client makes for the cast; nothing of who answers is kept.")
    @APIResponse(responseCode = "204", description = "Counted")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: there is no such survey")
    @APIResponse(responseCode = "409", description = "SURVEY_CLOSED, SURVEY_ANSWERED")
    @APIResponse(responseCode = "429", description = "SURVEY_BUSY (with retryAfterSeconds)")
    public Response answer(@PathParam("token") String token, @NotNull @Valid SurveyRequest.Answer request) {
        asSystem.run(() -> surveys.answer(token, request));
        return Response.noContent().build();
    }
}
