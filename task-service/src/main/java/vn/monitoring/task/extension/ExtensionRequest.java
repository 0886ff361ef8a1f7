package vn.monitoring.task.extension;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Asks for a later due day.
@Schema(
        name = "ExtensionRequest",
        examples = "{\"dueOn\":\"2026-08-31\",\"reason\":\"Chờ hướng dẫn của Sở Khoa học và Công nghệ\"}")
record ExtensionRequest(
        @Schema(description = "After the present due day") @NotNull
        LocalDate dueOn,

        @NotBlank @Size(max = 2000) String reason) {}
