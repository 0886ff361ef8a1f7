package vn.monitoring.report.incident;

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

/// Incidents over HTTP.
@Tag(name = "Incidents")
@Path("/api/v1/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class IncidentResource {

    private final Incidents incidents;

    IncidentResource(Incidents incidents) {
        this.incidents = incidents;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD})
    @Operation(
            operationId = "registerIncident",
            summary = "Register an incident of one's own unit",
            description =
                    "The first report is due 24 hours after `detectedAt`, whenever it is registered. Positions, never"
                            + " names of persons. Roles: reporter, unit-head of the unit.")
    @APIResponseSchema(value = IncidentResponse.class, responseCode = "201")
    @APIResponse(responseCode = "403", description = "INCIDENT_NOT_OF_UNIT")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's units")
    @APIResponse(responseCode = "422", description = "DETECTED_IN_FUTURE")
    public Response register(
            @NotNull @Valid IncidentRequest request, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        IncidentResponse incident = incidents.register(request);
        return Response.created(URI.create("/api/v1/incidents/" + incident.id()))
                .header("ETag", ETags.of(incident.version()))
                .entity(incident)
                .build();
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listIncidents",
            summary = "List the incidents of the caller's units, the last detected first",
            description = "`overdue=true`: the first report is owed, or came, after its 24 hours. Roles: every role.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit of the filter is not in the caller's units")
    public RestResponse<Page<IncidentResponse>> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("status") @Nullable IncidentStatus status,
            @QueryParam("severity") @Nullable Severity severity,
            @QueryParam("overdue") @Nullable Boolean overdue,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(incidents.list(unit, status, severity, overdue, cursor, limit), uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getIncident",
            summary = "Read an incident with its countdown and all that was said of it",
            description = "Roles: every role.")
    @APIResponseSchema(value = IncidentResponse.class, responseCode = "200")
    public Response get(@PathParam("id") UUID id) {
        return answer(incidents.get(id));
    }

    @POST
    @Idempotent
    @Path("{id}/first-report")
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD})
    @Operation(
            operationId = "reportIncident",
            summary = "Give the first report",
            description =
                    "Within 24 hours of the detection; a late one is taken and stays marked late. Roles: reporter, unit-head of the unit.")
    @APIResponseSchema(value = IncidentResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "INCIDENT_NOT_OF_UNIT")
    @APIResponse(responseCode = "409", description = "INCIDENT_STATUS: it has one")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response report(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid IncidentRequest.Said request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(incidents.report(id, request.text(), ifMatch));
    }

    @POST
    @Idempotent
    @Path("{id}/updates")
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD})
    @Operation(
            operationId = "updateIncident",
            summary = "Add an update, or the answer to a question",
            description = "Roles: reporter, unit-head of the unit.")
    @APIResponseSchema(value = IncidentResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "INCIDENT_NOT_OF_UNIT")
    @APIResponse(responseCode = "409", description = "INCIDENT_UNREPORTED, INCIDENT_STATUS")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response update(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid IncidentRequest.Said request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(incidents.update(id, request.text(), ifMatch));
    }

    @POST
    @Idempotent
    @Path("{id}/questions")
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER, Role.STEERING_COMMITTEE})
    @Operation(
            operationId = "askAboutIncident",
            summary = "Ask the unit about its incident",
            description = "Roles: standing-body, leader, steering-committee of the unit or above.")
    @APIResponseSchema(value = IncidentResponse.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "INCIDENT_STATUS")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response ask(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid IncidentRequest.Said request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(incidents.ask(id, request.text(), ifMatch));
    }

    @POST
    @Idempotent
    @Path("{id}/closure")
    @RolesAllowed({Role.UNIT_HEAD, Role.STANDING_BODY})
    @Operation(
            operationId = "closeIncident",
            summary = "Close an incident with its cause and remedy",
            description = "Roles: unit-head of the unit, standing-body of the unit or above.")
    @APIResponseSchema(value = IncidentResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "INCIDENT_NOT_OF_UNIT")
    @APIResponse(responseCode = "409", description = "INCIDENT_UNREPORTED, INCIDENT_STATUS")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response close(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid IncidentRequest.Closure request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(incidents.close(id, request, ifMatch));
    }

    @POST
    @Idempotent
    @Path("{id}/reopening")
    @RolesAllowed({Role.UNIT_HEAD, Role.STANDING_BODY, Role.LEADER})
    @Operation(
            operationId = "reopenIncident",
            summary = "Reopen a closed incident",
            description = "By reason. Roles: unit-head of the unit, standing-body and leader of the unit or above.")
    @APIResponseSchema(value = IncidentResponse.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "INCIDENT_NOT_OF_UNIT")
    @APIResponse(responseCode = "409", description = "INCIDENT_STATUS")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response reopen(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid IncidentRequest.Said request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer(incidents.reopen(id, request.text(), ifMatch));
    }

    private static Response answer(IncidentResponse incident) {
        return Response.ok(incident)
                .header("ETag", ETags.of(incident.version()))
                .build();
    }
}
