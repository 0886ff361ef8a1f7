package vn.monitoring.indicator.measurement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.Idempotent;

/// The verification of a whole period, over HTTP.
@Path("/api/v1/units/{code}/periods/{period}/verification")
@Tag(name = "measurements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PeriodVerificationResource {

    private final PeriodVerification verification;

    PeriodVerificationResource(PeriodVerification verification) {
        this.verification = verification;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.UNIT_HEAD, Role.LEADER})
    @Operation(
            operationId = "verifyPeriod",
            summary = "Verify all figures of a period that await it, of a unit and all below it",
            description =
                    "Figures that the caller submitted himself keep waiting for somebody else, and those of units whose period is "
                            + "closed stay as they are. The grades follow within seconds. Look through them first: GET "
                            + "/measurements?unit=…&period=…&status=SUBMITTED; return what is wrong one by one.")
    @APIResponseSchema(value = PeriodVerification.Result.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "PERIOD_UNKNOWN, PERIOD_CLOSED")
    public Response verify(
            @PathParam("code") String code,
            @PathParam("period") String period,
            @Valid MeasurementRequest.@Nullable Verification request) {
        return Response.ok(verification.verify(code, period, request == null ? null : request.note()))
                .build();
    }
}
