package vn.monitoring.report.report;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the office's clerk gives to a report that is issued; the whole of it may be left out.
@Schema(name = "ReportSubmissionRequest")
public record SubmissionRequest(
        @Nullable
        @Min(1)
        @Max(999_999)
        @Schema(description = "the number in the office's own register; the next one when left out", examples = "45")
        Integer documentNumber,

        @Nullable @Schema(description = "the date on the document; today when left out")
        LocalDate issuedOn) {

    static final SubmissionRequest NOTHING_GIVEN = new SubmissionRequest(null, null);
}
