package vn.monitoring.report.consolidation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Idempotent;

/// Consolidation over HTTP.
@Tag(name = "Reports")
@Path("/api/v1/reports/{id}/consolidation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ConsolidationResource {

    private final Consolidations consolidations;

    ConsolidationResource(Consolidations consolidations) {
        this.consolidations = consolidations;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.REPORTER, Role.UNIT_HEAD})
    @Operation(
            operationId = "consolidateReports",
            summary = "Take the accepted reports of the units below into a unit's own report",
            description =
                    "For the same period, by people of the unit whose report it is, while all of it is open; made anew it replaces the one "
                            + "before. Shares are merged by ratio of sums, counts add, grades are shown as a distribution; difficulties and "
                            + "proposals are gathered under their senders in sections of their own, which may be edited. When the report is "
                            + "sent, the reports in it become CONSOLIDATED.")
    @APIResponseSchema(value = Consolidation.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "NOT_SENDER")
    @APIResponse(responseCode = "409", description = "REPORT_NOT_EDITABLE, NOTHING_TO_CONSOLIDATE")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response consolidate(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return Response.ok(consolidations.consolidate(id, ifMatch)).build();
    }

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "getReportConsolidation",
            summary = "Read what a report took from those of the units below",
            description = "With the reports in it and whether a later edition of one was accepted since.")
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: no such report in the caller's units, or nothing consolidated")
    public Consolidation get(@PathParam("id") UUID id) {
        return consolidations.find(id).orElseThrow(Problem::notFound);
    }
}
