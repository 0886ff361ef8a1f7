package vn.monitoring.task.occurrence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;
import vn.monitoring.task.task.TaskService;

/// Occurrences over HTTP.
@Path("/api/v1/tasks/{id}/occurrences")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "occurrences")
public class OccurrenceResource {

    private final Occurrences occurrences;

    OccurrenceResource(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    /// A page of occurrences.
    @Schema(name = "OccurrencePage")
    record OccurrencePage(List<Occurrence> items, @Nullable String next) {}

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listOccurrences",
            summary = "The periods or phases in which a task comes back",
            description = "In the order of their days, a year ahead; empty for a task that is done once. Done by an"
                    + " accepted submission, of a continuous task by a valid update within the period."
                    + " Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "A page; `Link: rel=\"next\"` when there is another one",
            content = @Content(schema = @Schema(implementation = OccurrencePage.class)))
    public RestResponse<Page<Occurrence>> list(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(implementation = OccurrenceStatus.class)) @QueryParam("status") @Nullable
                    String status,
            @Parameter(description = "`next` of the page before") @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        OccurrenceStatus wanted = TaskService.parse(OccurrenceStatus.class, "status", status);
        return PageAnswer.of(occurrences.list(id, wanted, cursor, limit), uri);
    }
}
