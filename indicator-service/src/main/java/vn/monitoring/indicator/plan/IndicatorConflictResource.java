package vn.monitoring.indicator.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.web.Idempotent;

/// Entering a conflict of an indicator over HTTP.
@Path("/api/v1/indicators/{id}/conflicts")
@Tag(name = "Conflicts", description = "Targets with two values, and who chose which")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class IndicatorConflictResource {

    /// Something that contradicts the table.
    ///
    /// @param dueYear the milestone is the end of this year; give it or the date
    /// @param place where it stands: `phần lời, mục III.2.1.b`
    @Schema(
            name = "TargetConflictRequest",
            examples = "{\"dueYear\":2025,\"raw\":\"≥ 70%\",\"place\":\"phần lời, mục III.2.1.b\"}")
    record OpeningRequest(
            @Schema(examples = "2025") @Min(2000) @Max(2100) @Nullable
            Integer dueYear,

            @Schema(examples = "2025-12-31") @Nullable LocalDate dueDate,

            @Schema(examples = "≥ 70%") @NotBlank @Size(max = 500)
            String raw,

            @Schema(examples = "phần lời, mục III.2.1.b") @NotBlank @Size(max = 300)
            String place) {

        /// @throws Problem CONFLICT_INVALID unless there is either a year or a date
        LocalDate due() {
            if (dueDate != null && dueYear == null) {
                return dueDate;
            }
            if (dueYear != null && dueDate == null) {
                return LocalDate.of(dueYear, 12, 31);
            }
            throw new Problem(
                            PlanProblem.CONFLICT_INVALID,
                            "Hãy ghi năm (dueYear) hoặc ngày cuối của mốc (dueDate), chỉ một trong hai.",
                            "Give the milestone's year (dueYear) or its last day (dueDate), one of the two.")
                    .violation("body", "dueYear", new Text("Thiếu hoặc thừa.", "Missing, or one too many."));
        }
    }

    private final TargetConflicts conflicts;

    IndicatorConflictResource(TargetConflicts conflicts) {
        this.conflicts = conflicts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Role.STANDING_BODY, Role.LEADER, Role.UNIT_HEAD})
    @Operation(
            operationId = "openConflict",
            summary = "Put on record that the document gives an indicator a second value for a milestone",
            description = "Until somebody decides the milestone is not graded.")
    @APIResponse(
            responseCode = "201",
            description = "opened",
            content = @Content(schema = @Schema(implementation = ConflictResponse.class)))
    @APIResponse(responseCode = "409", description = "TARGET_IN_CONFLICT, REQUEST_IN_PROGRESS")
    @APIResponse(responseCode = "412", description = "STALE: somebody changed the indicator at the same moment")
    @APIResponse(responseCode = "422", description = "CONFLICT_INVALID, TARGET_UNREADABLE, IDEMPOTENCY_KEY_REUSED")
    public Response open(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @NotNull @Valid OpeningRequest request) {
        TargetConflict conflict = conflicts.open(id, request);
        return ConflictResource.answer(Response.created(URI.create("/api/v1/conflicts/" + conflict.id())), conflict);
    }
}
