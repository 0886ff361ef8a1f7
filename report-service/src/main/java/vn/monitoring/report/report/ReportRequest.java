package vn.monitoring.report.report;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which obligation to draft a report for.
@Schema(name = "ReportRequest")
public record ReportRequest(@NotNull UUID obligationId) {}
