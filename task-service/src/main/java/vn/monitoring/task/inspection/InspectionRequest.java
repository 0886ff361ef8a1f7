package vn.monitoring.task.inspection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An inspection to be held.
@Schema(name = "InspectionRequest", examples = """
                {"unitCode":"10675","kind":"THEMATIC","title":"Kiểm tra số hóa hồ sơ","startsOn":"2026-07-01",\
                "endsOn":"2026-07-05","headPosition":"Chủ nhiệm Ủy ban Kiểm tra Đảng ủy"}""")
record InspectionRequest(
        @NotBlank String unitCode,
        @NotNull Inspection.Kind kind,
        @NotBlank @Size(max = 500) String title,

        @Schema(description = "The plan that it looks at; its remedies belong to it") @Nullable
        UUID planId,

        @Schema(description = "The tasks that it looks at") @Size(max = 500) @Nullable
        List<UUID> tasks,

        @Schema(description = "What it looks at, in words") @Size(max = 4000) @Nullable
        String subject,

        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn,

        @Schema(description = "A position, never a person") @NotBlank @Size(max = 200)
        String headPosition) {}
