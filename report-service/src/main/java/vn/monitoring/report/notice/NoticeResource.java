package vn.monitoring.report.notice;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;

/// Notices over HTTP.
@Tag(name = "Report obligations")
@Path("/api/v1/report-notices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class NoticeResource {

    private final Notices notices;

    NoticeResource(Notices notices) {
        this.notices = notices;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listReportNotices",
            summary = "List reminders and overdue notices to senders in the caller's units, the last told first",
            description = "`unit` includes the units below it; a unit outside of the caller's is 404.")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit of the filter is not in the caller's units")
    public RestResponse<Page<NoticeResponse>> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("regimeId") @Nullable UUID regimeId,
            @QueryParam("kind") @Nullable NoticeKind kind,
            @QueryParam("level") @Nullable @Min(0) Integer level,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return PageAnswer.of(notices.list(unit, regimeId, kind, level, cursor, limit), uri);
    }
}
