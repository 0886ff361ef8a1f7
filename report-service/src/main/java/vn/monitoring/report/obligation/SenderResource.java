package vn.monitoring.report.obligation;

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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Page;
import vn.monitoring.kit.web.PageAnswer;
import vn.monitoring.report.regime.Regimes;

/// The senders of a period over HTTP: who has sent, who is late, who is missing.
@Tag(name = "Report obligations")
@Path("/api/v1/report-regimes/{id}/periods/{period}/senders")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SenderResource {

    private final Regimes regimes;
    private final Obligations obligations;

    SenderResource(Regimes regimes, Obligations obligations) {
        this.regimes = regimes;
        this.obligations = obligations;
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listReportSenders",
            summary = "List how far the senders of a period are, of those in the caller's units",
            description = "`punctuality`: LATE lists who sent late, OVERDUE who is missing, PENDING who still has time,"
                    + " ON_TIME, LAPSED. `asOf`: at the end of that day, today when left out.")
    public RestResponse<Page<SenderState>> list(
            @PathParam("id") UUID id,
            @PathParam("period") String period,
            @QueryParam("punctuality") @Nullable Punctuality punctuality,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        UUID regimeId = regimes.get(id).id();
        return PageAnswer.of(obligations.listSenders(regimeId, period, punctuality, asOf, cursor, limit), uri);
    }
}
