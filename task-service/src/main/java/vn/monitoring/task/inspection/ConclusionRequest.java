package vn.monitoring.task.inspection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What an inspection comes to.
@Schema(name = "ConclusionRequest", examples = """
                {"text":"Đơn vị cơ bản thực hiện đúng kế hoạch; còn 02 kiến nghị phải khắc phục"}""")
record ConclusionRequest(@NotBlank @Size(max = 10000) String text) {}
