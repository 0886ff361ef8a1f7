package vn.monitoring.report.report;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A section's new text.
@Schema(name = "SectionTextRequest", examples = """
            {"text":"Trong kỳ, đơn vị đã hoàn thành số hóa 1.250 hồ sơ; hạ tầng số được bảo đảm."}""")
public record SectionTextRequest(
        @NotNull @Size(max = 50_000) String text) {}
