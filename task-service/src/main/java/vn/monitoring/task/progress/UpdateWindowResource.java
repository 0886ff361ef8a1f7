package vn.monitoring.task.progress;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Idempotent;

/// The setting of the monthly window over HTTP.
@Path("/api/v1/update-windows")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "progress")
public class UpdateWindowResource {

    private final UpdateWindows windows;
    private final Scope scope;
    private final Caller caller;
    private final Clock clock;

    UpdateWindowResource(UpdateWindows windows, Scope scope, Caller caller, Clock clock) {
        this.windows = windows;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /// What a unit has set.
    ///
    /// @param firstDay of the window that holds where nothing is set
    /// @param lastDay of the window that holds where nothing is set
    @Schema(name = "UpdateWindows")
    record Windows(int firstDay, int lastDay, List<UpdateWindowState> items) {}

    @GET
    @RolesAllowed(Role.EVERY)
    @Operation(
            operationId = "listUpdateWindows",
            summary = "The windows of monthly updates that a unit has set, and the one that holds without",
            description = "A plan's own window comes first, then that of the nearest unit. Roles: every role.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = Windows.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit is not in the caller's scope")
    public Windows list(@Parameter(example = "11002") @QueryParam("unit") @NotBlank @NotNull String unit) {
        scope.require(unit);
        UpdateWindow standard = windows.standard();
        return new Windows(standard.firstDay(), standard.lastDay(), windows.list(unit));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STANDING_BODY, Role.PROVINCE_ADMIN})
    @Operation(
            operationId = "setUpdateWindow",
            summary = "Set the window of monthly updates from a month to come",
            description = "Months that have begun keep their window. Roles: standing-body, province-admin.")
    @APIResponse(
            responseCode = "201",
            description = "Set",
            content = @Content(schema = @Schema(implementation = UpdateWindowState.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the unit or its plan is not in the caller's scope")
    @APIResponse(responseCode = "422", description = "INVALID_VALUE: not a month to come")
    public Response set(@NotNull @Valid UpdateWindowRequest request) {
        scope.require(request.unitCode());
        if (request.planId() != null && !windows.isOf(request.planId(), request.unitCode())) {
            throw Problem.notFound();
        }
        requireMonthToCome(request.validFrom());
        UpdateWindowState window = new UpdateWindowState(
                request.unitCode(),
                request.planId(),
                request.validFrom(),
                request.firstDay(),
                request.lastDay(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        windows.set(window, caller.username());
        return Response.status(Response.Status.CREATED).entity(window).build();
    }

    private void requireMonthToCome(@Nullable Period month) {
        LocalDate today = LocalDate.now(clock);
        if (month == null
                || month.frequency() != Period.Frequency.MONTH
                || !month.firstDay().isAfter(today)) {
            throw new Problem(
                            KitProblem.INVALID_VALUE,
                            "Khung cập nhật chỉ có hiệu lực từ một tháng sắp tới. Hãy chọn tháng sau tháng này.",
                            "A window holds from a month to come. Choose a month after this one.")
                    .violation("body", "validFrom", new Text("Phải là tháng sắp tới.", "Must be a month to come."));
        }
    }
}
