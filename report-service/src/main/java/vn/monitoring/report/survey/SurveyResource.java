package vn.monitoring.report.survey;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.ETags;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// Surveys over HTTP, for the units that ask.
@Tag(name = "Surveys")
@Path("/api/v1/surveys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SurveyResource {

    private static final String PNG = "image/png";
    private static final String SVG = "image/svg+xml";

    private final Surveys surveys;

    SurveyResource(Surveys surveys) {
        this.surveys = surveys;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.UNIT_HEAD, Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "openSurvey",
            summary = "Open a satisfaction survey",
            description =
                    "On the scale 1 to 5; its link has a token that nobody guesses. Roles: unit-head, standing-body,"
                            + " leader.")
    @APIResponseSchema(value = SurveyResponse.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's units")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response open(
            @NotNull @Valid SurveyRequest request, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        SurveyResponse survey = surveys.open(request);
        return Response.created(URI.create("/api/v1/surveys/" + survey.id()))
                .header("ETag", ETags.of(survey.version()))
                .entity(survey)
                .build();
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listSurveys",
            summary = "List the surveys of the caller's units with their results, the last opened first",
            description = "Roles: every role.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit of the filter is not in the caller's units")
    public RestResponse<Page<SurveyResponse>> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("status") @Nullable SurveyStatus status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(surveys.list(unit, status, cursor, limit), uri);
    }

    @GET
    @Path("results")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "readSurveyResults",
            summary = "Satisfied of answers by unit, period and field, and over all as ratio of the sums",
            description = "Of the unit and those below it. Roles: every role.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit of the filter is not in the caller's units")
    public SurveyResponse.Results results(
            @QueryParam("unit") @Nullable String unit,
            @Parameter(schema = @Schema(type = SchemaType.STRING, examples = "2026-Q4")) @QueryParam("period") @Nullable
                    Period period) {
        return surveys.results(unit, period);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "getSurvey", summary = "Read a survey with its result", description = "Roles: every role.")
    @APIResponseSchema(value = SurveyResponse.class, responseCode = "200")
    public Response get(@PathParam("id") UUID id) {
        return answer(surveys.get(id));
    }

    @GET
    @Path("{id}/qr")
    @Produces({PNG, SVG})
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "readSurveyQr",
            summary = "The survey's link as a QR image",
            description = "PNG, or SVG with `format=svg`; error correction Q. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The image",
            content = {
                @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING))
            })
    public Response qr(
            @PathParam("id") UUID id,
            @QueryParam("format") @Nullable QrFormat format,
            @QueryParam("size") @DefaultValue("480") @Min(120) @Max(2_000) int size) {
        String link = surveys.get(id).link();
        return (format == QrFormat.svg
                        ? Response.ok(QrImage.of(link, 0).svg(), SVG)
                        : Response.ok(QrImage.of(link, size).png(), PNG))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"khao-sat." + (format == QrFormat.svg ? "svg" : "png") + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @POST
    @Idempotent
    @Path("{id}/closure")
    @RolesAllowed({Role.UNIT_HEAD, Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "closeSurvey",
            summary = "Close a survey",
            description = "It takes no answers any more. Roles: unit-head, standing-body, leader.")
    @APIResponseSchema(value = SurveyResponse.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "SURVEY_CLOSED")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response close(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(surveys.close(id, ifMatch));
    }

    private static Response answer(SurveyResponse survey) {
        return Response.ok(survey).header("ETag", ETags.of(survey.version())).build();
    }
}
