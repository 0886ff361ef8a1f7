package vn.monitoring.report.obligation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.regime.RegimeRequest.SectionRequest;

/// A call for a report outside of the calendar.
@Schema(name = "AdHocCallRequest", examples = """
            {"title":"tình hình triển khai hạ tầng số","from":"2026-07-01","cutOffOn":"2026-09-30",\
            "dueOn":"2026-10-20"}""")
public record AdHocCallRequest(
        @NotBlank
        @Size(max = 300)
        @Schema(
                description = "what the report is about, as it stands after the word Báo cáo",
                examples = "tình hình triển khai hạ tầng số")
        String title,

        @NotNull @Schema(description = "the first day that the figures cover")
        LocalDate from,

        @NotNull @Schema(description = "the last one; drafting begins the day after")
        LocalDate cutOffOn,

        @NotNull @Schema(description = "the last day on time, for every sender; after cutOffOn")
        LocalDate dueOn,

        @Nullable @Size(min = 1, max = 5000) @Schema(description = "some of the regime's senders; all when left out")
        List<@NotBlank @Size(max = 64) String> senders,

        @Nullable @Size(min = 1, max = 30) @Schema(description = "the outline; the regime's when left out")
        List<@NotNull @Valid SectionRequest> sections,

        @Nullable
        @Schema(
                description =
                        "the receiver's own obligation under a call from above, when this one passes it on: both then"
                                + " have the same key, by which the answers are consolidated")
        UUID passesOn) {}
