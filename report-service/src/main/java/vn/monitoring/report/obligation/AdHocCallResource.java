package vn.monitoring.report.obligation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Idempotent;
import vn.monitoring.report.regime.Regimes;

/// Ad hoc calls for reports over HTTP.
@Tag(name = "Report regimes")
@Path("/api/v1/report-regimes/{id}/ad-hoc-periods")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AdHocCallResource {

    private final Regimes regimes;
    private final AdHocCalls calls;
    private final Clock clock;

    AdHocCallResource(Regimes regimes, AdHocCalls calls, Clock clock) {
        this.regimes = regimes;
        this.calls = calls;
        this.clock = clock;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.PROVINCE_ADMIN, Role.STANDING_BODY})
    @Operation(
            operationId = "callForReport",
            summary = "Call for a report outside of the calendar: one obligation for each sender asked",
            description = "The regime has the frequency AD_HOC; its receiver lies in the caller's units. The call is a"
                    + " period with a key of its own (2026-X03), numbered through the year over all regimes.")
    @APIResponseSchema(value = PeriodResponse.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "CALL_EXISTS, REGIME_ENDED, NO_SENDERS, REQUEST_IN_PROGRESS")
    @APIResponse(
            responseCode = "422",
            description = "CALL_INVALID, REGIME_INVALID (outline), PERIOD_NOT_OF_REGIME, IDEMPOTENCY_KEY_REUSED")
    public Response call(
            @PathParam("id") UUID id,
            @NotNull @Valid AdHocCallRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        PeriodOpening.Opened opened = calls.call(regimes.getManaged(id), request);
        return Response.status(Response.Status.CREATED)
                .entity(PeriodResponse.from(opened, LocalDate.now(clock)))
                .build();
    }
}
