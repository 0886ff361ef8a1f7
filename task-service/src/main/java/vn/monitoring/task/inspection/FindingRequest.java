package vn.monitoring.task.inspection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What was found, and who puts it right by when.
@Schema(name = "FindingRequest", examples = """
                {"text":"Chưa ký số 120 hồ sơ","remedy":"Ký số các hồ sơ còn thiếu","leadUnitCode":"10675.VHXH",\
                "deadline":"2026-08-15"}""")
record FindingRequest(
        @NotBlank @Size(max = 4000) String text,

        @Schema(description = "The title of the task that puts it right") @NotBlank @Size(max = 2000)
        String remedy,

        @NotBlank String leadUnitCode,
        @NotNull LocalDate deadline,
        @Size(max = 200) @Nullable String directorPosition,

        @Schema(description = "The task that it is about") @Nullable
        UUID aboutTaskId,

        @Schema(description = "The plan that the remedy belongs to, when neither the inspection nor the task tells")
        @Nullable
        UUID planId) {}
