package vn.monitoring.report.publication;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A decision to publish.
@Schema(name = "PublicationRequest", examples = """
            {"kind":"SCORECARD","unitCode":"10675","period":"2026-Q3","fields":["status","count"],\
            "decision":"Quyết định số 12/QĐ-UBND ngày 01/10/2026"}""")
public record PublicationRequest(
        @NotBlank @Size(max = 60) @Schema(examples = "SCORECARD", description = "see GET /publications/kinds")
        String kind,

        @NotBlank @Size(max = 64) @Schema(examples = "10675")
        String unitCode,

        @NotBlank @Size(max = 10) @Schema(examples = "2026-Q3")
        String period,

        @Nullable @Schema(description = "the data as at this day; the period's last day when left out")
        LocalDate asAt,

        @NotEmpty @Size(max = 50) @Schema(description = "codes of the fields that become public")
        List<@NotBlank @Size(max = 60) String> fields,

        @NotBlank @Size(max = 300) @Schema(examples = "Quyết định số 12/QĐ-UBND ngày 01/10/2026")
        String decision,

        @Nullable @Size(max = 200) @Schema(description = "CC-BY-4.0 when left out")
        String licence,

        @Nullable @Schema(description = "at once when left out")
        Instant publicFrom) {}
