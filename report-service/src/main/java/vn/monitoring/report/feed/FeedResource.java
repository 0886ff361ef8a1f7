package vn.monitoring.report.feed;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.security.Role;
import vn.monitoring.report.unit.ReportingUnit;
import vn.monitoring.report.unit.Units;

/// The feed as server-sent events.
@Tag(name = "Events")
@Path("/api/v1/events")
public class FeedResource {

    private final FeedStreams streams;
    private final Units units;
    private final Scope scope;
    private final Caller caller;
    private final JsonWebToken token;
    private final CurrentVertxRequest request;

    FeedResource(
            FeedStreams streams,
            Units units,
            Scope scope,
            Caller caller,
            JsonWebToken token,
            CurrentVertxRequest request) {
        this.streams = streams;
        this.units = units;
        this.scope = scope;
        this.caller = caller;
        this.token = token;
        this.request = request;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RunOnVirtualThread
    @RolesAllowed(Role.EVERY)
    @Operation(operationId = "streamEvents", summary = "Follow what happens in the caller's units", description = """
                    Server-sent events: `id` is the place in the feed, `data` a FeedEntry as JSON. Starts with new entries; with
                    `Last-Event-ID` (or `lastEventId`) right after that one, on any replica, without loss or repeat. An event named
                    `reset` says that the place is no longer held: load the state anew, then go on. A comment comes every 15 s; it
                    may carry an `id`. The stream ends when the token expires, and when a client reads too slowly: resume by id.""")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = FeedEntry.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit of the filter is not in the caller's units")
    @APIResponse(responseCode = "503", description = "UNAVAILABLE: too many subscribers")
    public Response stream(
            @QueryParam("types")
                    @Nullable
                    @Schema(
                            description =
                                    "CloudEvents types or their middle parts, separated by commas: `grade,task.completed`")
                    String types,
            @QueryParam("unit") @Nullable @Schema(description = "only this unit and those below it") String unit,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventIdHeader,
            @QueryParam("lastEventId") @Nullable String lastEventId) {
        StreamingOutput stream = streams.open(
                filter(types, unit),
                lastEventIdHeader == null ? lastEventId : lastEventIdHeader,
                Instant.ofEpochSecond(token.getExpirationTime()),
                request.getCurrent());
        return Response.ok(stream, MediaType.SERVER_SENT_EVENTS_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private FeedFilter filter(@Nullable String types, @Nullable String unit) {
        Set<String> asked = Arrays.stream(Objects.requireNonNullElse(types, "").split(",", -1))
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        List<String> own =
                units.find(caller.unitCodes()).stream().map(ReportingUnit::path).toList();
        if (unit == null) {
            return new FeedFilter(asked, own, null);
        }
        scope.require(unit);
        return new FeedFilter(
                asked, own, units.find(unit).map(ReportingUnit::path).orElseThrow());
    }
}
