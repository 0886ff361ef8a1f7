package vn.monitoring.report.draft;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.report.ReportProblem;
import vn.monitoring.report.content.Vietnamese;
import vn.monitoring.report.period.Window;
import vn.monitoring.report.regime.Regime;
import vn.monitoring.report.regime.Regimes;

/// The drafts of a whole period over HTTP.
@Tag(name = "Reports")
@Path("/api/v1/report-regimes/{id}/periods/{period}/drafts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DraftsResource {

    private final Regimes regimes;
    private final OpenDrafts drafts;
    private final Caller caller;
    private final Clock clock;

    DraftsResource(Regimes regimes, OpenDrafts drafts, Caller caller, Clock clock) {
        this.regimes = regimes;
        this.drafts = drafts;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.STANDING_BODY})
    @Operation(
            operationId = "draftReportPeriod",
            summary = "Draft the reports of all senders of a period that have none yet",
            description =
                    "What the clock does after the cut-off, done now. Drafts that stand stay as they are. The receiver lies in the caller's units.")
    @APIResponseSchema(value = DraftsResponse.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such regime in sight, or the period is not open")
    @APIResponse(responseCode = "409", description = "CUT_OFF_NOT_REACHED (with cutOffAt), REQUEST_IN_PROGRESS")
    @APIResponse(responseCode = "422", description = "IDEMPOTENCY_KEY_REUSED")
    public Response draft(
            @PathParam("id") UUID id,
            @PathParam("period") String period,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Regime regime = regimes.getManaged(id);
        LocalDate cutOff = drafts.count(regime.id(), period).cutOffOn();
        if (cutOff == null) {
            throw Problem.notFound();
        }
        if (!cutOff.isBefore(LocalDate.now(clock))) {
            throw new Problem(
                            ReportProblem.CUT_OFF_NOT_REACHED,
                            "Số liệu chốt hết ngày %s. Hãy lập dự thảo sau thời điểm đó."
                                    .formatted(Vietnamese.day(cutOff)),
                            "Figures are cut off at the end of %s. Draft the reports after that.".formatted(cutOff))
                    .with("cutOffAt", new Window(cutOff, cutOff).closedAt());
        }
        int drafted = drafts.draftAll(
                new OpenDrafts.Wanted(LocalDate.now(clock), clock.instant(), regime.id(), period), caller.username());
        OpenDrafts.Counts after = drafts.count(regime.id(), period);
        DraftsResponse body = new DraftsResponse(
                regime.id(),
                period,
                after.owed(),
                drafted,
                Math.max(0, after.owed() - after.open() - drafted),
                after.open());
        return Response.ok(body).build();
    }
}
