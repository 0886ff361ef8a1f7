package vn.monitoring.task.calendarfeed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.monitoring.kit.security.Role;

/// Secret links over HTTP.
@Path("/api/v1/calendar-links")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendars")
public class CalendarLinkResource {

    private final CalendarLinks links;

    CalendarLinkResource(CalendarLinks links) {
        this.links = links;
    }

    /// The links that work.
    @Schema(name = "CalendarLinks")
    record Links(List<CalendarLink> items) {}

    /// The one POST whose answer is not kept for a repetition: it holds a secret that is stored nowhere. Sent again it
    /// makes another link; the first can be revoked.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "createCalendarLink",
            summary = "A secret link for a calendar program that cannot send a token",
            description =
                    "Whoever has the link reads the deadlines of the unit and those below it, for a year or until it is"
                            + " revoked. The secret stands in this answer only; `Idempotency-Key` is not taken, a repetition makes"
                            + " another link. Roles: every role.")
    @APIResponse(
            responseCode = "201",
            description = "Made; `path` is the address on this host",
            content = @Content(schema = @Schema(implementation = CalendarLink.Created.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    public Response create(@NotNull @Valid CalendarLinkRequest request) {
        CalendarLinks.Secret secret = links.create(request.unitCode(), request.label());
        String path = "/api/v1/calendars/" + secret.text() + ".ics";
        return Response.created(
                        URI.create("/api/v1/calendar-links/" + secret.link().id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new CalendarLink.Created(secret.link(), path))
                .build();
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listCalendarLinks",
            summary = "The caller's links that work",
            description =
                    "For province administrators and standing bodies those of all their units. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "All of them, without their secrets",
            content = @Content(schema = @Schema(implementation = Links.class)))
    public Links list() {
        return new Links(links.list());
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "revokeCalendarLink",
            summary = "End a link at once",
            description =
                    "One's own; province administrators and standing bodies any of their units. Roles: every role.")
    @APIResponse(responseCode = "204", description = "It no longer works")
    public Response revoke(@PathParam("id") UUID id) {
        links.revoke(id);
        return Response.noContent().build();
    }
}
