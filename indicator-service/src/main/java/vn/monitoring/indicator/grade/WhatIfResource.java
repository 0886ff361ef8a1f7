package vn.monitoring.indicator.grade;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.text.Text;

/// Trying another grading policy over HTTP.
@Path("/api/v1/grades/what-if")
@Tag(name = "grades", description = "What figures are worth against the targets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class WhatIfResource {

    /// One of unit, planId and indicatorIds.
    ///
    /// @param settings over the policy in force
    /// @param asOf     business date, today when absent
    @Schema(name = "WhatIfRequest", examples = "{\"settings\":{\"slightlyBehindPoints\":5},\"unit\":\"10675\"}")
    record Request(
            @NotNull PolicySettings settings,
            @Nullable String unit,
            @Nullable UUID planId,
            @Nullable @Size(min = 1, max = WhatIf.MOST) Set<UUID> indicatorIds,
            @Nullable LocalDate asOf) {}

    private final WhatIf whatIf;
    private final Scope scope;
    private final Clock clock;

    WhatIfResource(WhatIf whatIf, Scope scope, Clock clock) {
        this.whatIf = whatIf;
        this.scope = scope;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Role.PROVINCE_ADMIN,
        Role.STEERING_COMMITTEE,
        Role.LEADER,
        Role.STANDING_BODY,
        Role.UNIT_HEAD,
        Role.INSPECTOR
    })
    @Operation(
            operationId = "tryGradingPolicy",
            summary = "Grade under other settings without storing anything",
            description =
                    "Distribution before and after and each indicator with another status, of at most 5,000 indicators.")
    @APIResponse(responseCode = "200", description = "what would differ")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: a unit, plan or indicator out of sight")
    @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
    @APIResponse(responseCode = "422", description = "POLICY_INVALID, WHAT_IF_TOO_WIDE")
    public WhatIf.Result tryOut(@Valid @NotNull Request request) {
        long chosen = Stream.of(request.unit(), request.planId(), request.indicatorIds())
                .filter(Objects::nonNull)
                .count();
        if (chosen != 1) {
            throw new Problem(
                            KitProblem.INVALID_REQUEST,
                            "Hãy chọn đúng một trong unit, planId và indicatorIds.",
                            "Give exactly one of unit, planId and indicatorIds.")
                    .violation(
                            "body",
                            "unit",
                            new Text(
                                    "Cần đúng một phạm vi; đang có %d.".formatted(chosen),
                                    "Exactly one choice is needed, there are %d.".formatted(chosen)));
        }
        if (request.unit() != null) {
            scope.require(request.unit());
        }
        WhatIf.Result result = whatIf.tryOut(
                request.settings(),
                new WhatIf.Choice(request.unit(), request.planId(), request.indicatorIds()),
                request.asOf() == null ? LocalDate.now(clock) : request.asOf(),
                scope.paths());
        if (request.planId() != null && result.indicators() == 0) {
            throw Problem.notFound();
        }
        return result;
    }
}
