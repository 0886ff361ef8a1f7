package vn.monitoring.indicator.grade;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.measurement.Figures;
import vn.monitoring.kit.security.Role;

/// Trying a figure before it is entered.
@Path("/api/v1/indicators/{id}/grade-previews")
@Tag(name = "grades", description = "What figures are worth against the targets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GradePreviewResource {

    /// As a measurement's figures.
    ///
    /// @param source counts as the document that a level of the rubric needs
    @Schema(
            name = "GradePreviewRequest",
            examples =
                    "{\"period\":\"2026-Q3\",\"numerator\":721,\"denominator\":1000,\"asOf\":\"2026-09-30\",\"source\":\"Báo cáo 45/BC-TTPVHCC\"}")
    record Request(
            @NotBlank @Schema(description = "2026-09, 2026-Q3, 2026-H1, 2026-9M or 2026")
            String period,

            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,

            @Schema(description = "counted from the start of the year; as the catalogue says when absent") @Nullable
            Boolean cumulative,

            @NotNull LocalDate asOf,
            @Size(max = 500) @Nullable String source) {

        Figures figures() {
            return new Figures(numerator, denominator, value, cumulative, asOf);
        }

        boolean documented() {
            return source != null && !source.isBlank();
        }
    }

    private final GradePreviews previews;

    GradePreviewResource(GradePreviews previews) {
        this.previews = previews;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REPORTER, Role.UNIT_HEAD, Role.STANDING_BODY})
    @Operation(
            operationId = "previewGrade",
            summary = "What a figure would lead to once it is verified, without storing anything",
            description =
                    "The checks of an entry and the rules that grade verified figures. A figure that an entry would refuse (422) is answered with its findings instead of a grade. It takes the place of a figure of the same period.")
    @APIResponse(responseCode = "200", description = "the value, what is wrong with it, the grade now and then")
    @APIResponse(responseCode = "400", description = "INVALID_REQUEST")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such indicator in the caller's units")
    @APIResponse(
            responseCode = "409",
            description = "PERIOD_UNKNOWN, PERIOD_CLOSED, PERIOD_AFTER_UNIT, PLAN_IS_DRAFT: as an entry is refused")
    @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE")
    public GradePreview preview(@PathParam("id") UUID id, @Valid @NotNull Request request) {
        return previews.preview(id, request.period(), request.figures(), request.documented());
    }
}
