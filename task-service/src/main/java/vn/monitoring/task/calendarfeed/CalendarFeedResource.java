package vn.monitoring.task.calendarfeed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.shield.AsSystem;

/// Calendars over HTTP.
@Path("/api/v1")
@RunOnVirtualThread
@Produces(CalendarFeedResource.CALENDAR)
@Tag(name = "calendars", description = "Deadlines for calendar programs (iCalendar, RFC 5545)")
public class CalendarFeedResource {

    static final String CALENDAR = "text/calendar";

    private static final String COMPONENT = "`event` for what every program shows, `todo` for programs with task lists";

    private final DueTasks tasks;
    private final CalendarLinks links;
    private final Scope scope;
    private final AsSystem asSystem;
    private final Clock clock;

    CalendarFeedResource(DueTasks tasks, CalendarLinks links, Scope scope, AsSystem asSystem, Clock clock) {
        this.tasks = tasks;
        this.links = links;
        this.scope = scope;
        this.asSystem = asSystem;
        this.clock = clock;
    }

    @GET
    @Path("units/{code}/tasks.ics")
    @Transactional
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "readUnitCalendar",
            summary = "The deadlines of a unit and those below it as a calendar",
            description =
                    "All-day entries on the last day in time; what is open, what was due in the last 92 days, and the"
                            + " occurrences of the next 400. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Not changed since `If-None-Match`")
    public Response ofUnit(
            @Parameter(example = "10675.VHXH") @PathParam("code") String code,
            @Parameter(description = COMPONENT, schema = @Schema(enumeration = {"event", "todo"}))
                    @QueryParam("component")
                    @DefaultValue("event")
                    TaskCalendar.Component component,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        scope.require(code);
        return answer(code, component, ifNoneMatch);
    }

    @GET
    @Path("calendars/{secret}.ics")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "readLinkedCalendar",
            summary = "The same by a secret link, without a token",
            description = "404 once the link was revoked or is older than a year.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Not changed since `If-None-Match`")
    public Response ofLink(
            @PathParam("secret") String secret,
            @Parameter(description = COMPONENT, schema = @Schema(enumeration = {"event", "todo"}))
                    @QueryParam("component")
                    @DefaultValue("event")
                    TaskCalendar.Component component,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        // Nobody has signed in: who holds the secret sees the deadlines of the one unit that it opens.
        return asSystem.call(
                () -> answer(links.findUnit(secret).orElseThrow(Problem::notFound), component, ifNoneMatch));
    }

    private Response answer(String unit, TaskCalendar.Component component, @Nullable String ifNoneMatch) {
        String name = "Nhiệm vụ – " + tasks.unitName(unit).orElseThrow(Problem::notFound);
        String calendar = TaskCalendar.write(name, tasks.list(unit, LocalDate.now(clock)), component);
        String etag = '"' + CalendarLinks.hash(calendar).substring(0, 32) + '"';
        Response.ResponseBuilder answer = etag.equals(ifNoneMatch)
                ? Response.notModified()
                : Response.ok(calendar, CALENDAR + ";charset=UTF-8")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tasks.ics\"")
                        .header("X-Content-Type-Options", "nosniff");
        return answer.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=300")
                .build();
    }
}
