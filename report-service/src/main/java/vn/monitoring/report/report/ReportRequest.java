package vn.monitoring.report.report;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which obligation to draft a report for.
@Schema(name = "ReportRequest", examples = """
            {"obligationId":"bd2d0aef-0c02-4a55-a54c-6a1f3a5e6f10"}""")
public record ReportRequest(@NotNull UUID obligationId) {}
