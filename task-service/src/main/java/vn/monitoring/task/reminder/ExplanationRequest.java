package vn.monitoring.task.reminder;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The lead's answer to a reminder.
@Schema(name = "ExplanationRequest", examples = """
                {"text":"Chờ nhà thầu bàn giao thiết bị; sẽ hoàn thành trước ngày 20/7"}""")
record ExplanationRequest(@NotBlank @Size(max = 4000) String text) {}
