package vn.monitoring.task.reminder;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A reminder to the lead of a task.
@Schema(name = "ReminderRequest", examples = """
                {"text":"Đề nghị cập nhật tiến độ và nêu rõ nguyên nhân chậm","explainBy":"2026-07-10"}""")
record ReminderRequest(
        @NotBlank @Size(max = 4000) String text,

        @Schema(description = "The warning that it is about") @Nullable
        UUID warningId,

        @Schema(description = "The day by which an explanation is asked for") @Nullable
        LocalDate explainBy) {}
