package vn.monitoring.report.report;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A section's new text.
@Schema(name = "SectionTextRequest")
public record SectionTextRequest(
        @NotNull @Size(max = 50_000) String text) {}
