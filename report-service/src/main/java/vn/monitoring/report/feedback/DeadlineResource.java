package vn.monitoring.report.feedback;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Page;

/// Deadlines of answers over HTTP.
@Tag(name = "Feedback")
@Path("/api/v1/feedback-deadlines")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DeadlineResource {

    private final Deadlines deadlines;

    DeadlineResource(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listFeedbackDeadlines",
            summary = "List the working days for an answer, by field, the nearest unit first",
            description = "Of the unit and those above it. Roles: every role.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's units")
    public Page<Deadlines.Deadline> list(@QueryParam("unit") @NotBlank String unit) {
        return new Page<>(deadlines.list(unit), null);
    }

    @PUT
    @Path("{unit}/{field}")
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "setFeedbackDeadline",
            summary = "Set the working days for an answer in a field",
            description = "For what is received from now on. Roles: standing-body, leader, province-admin.")
    public Deadlines.Deadline set(
            @PathParam("unit") String unit,
            @PathParam("field") @Pattern(regexp = "[a-z0-9-]{1,40}") String field,
            @NotNull @Valid FeedbackRequest.Deadline request) {
        return deadlines.set(unit, field, request.workingDays());
    }
}
