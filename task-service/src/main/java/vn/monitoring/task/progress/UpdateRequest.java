package vn.monitoring.task.progress;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A report of progress. A valid one has everything but `percent`, and that too for a task that is done once; one that
/// lacks something is kept as incomplete.
@Schema(name = "ProgressUpdateRequest", examples = """
                {"asOf":"2026-04-15","percent":60,"status":"Đang triển khai","result":"Đã cấp 120/200 chứng thư số",\
                "difficulty":"không có","nextStep":"Cấp tiếp 80 chứng thư số trong tháng 5"}""")
record UpdateRequest(
        @Schema(description = "The day the report speaks of") @Nullable
        LocalDate asOf,

        @Schema(description = "0–100; needed for a task that is done once", minimum = "0", maximum = "100") @Nullable
        Integer percent,

        @Size(max = 2000) @Nullable String status,
        @Size(max = 4000) @Nullable String result,

        @Schema(description = "\"không có\" when there is none") @Size(max = 4000) @Nullable
        String difficulty,

        @Size(max = 4000) @Nullable String nextStep) {

    /// The names of what a valid update must have and this one has not (source: domain.md, "Monthly update rule").
    ///
    /// @param oneOff whether the task is done once, so that it needs a percent
    /// @param delivered whether a deliverable is attached: the evidence for a claim that all is done
    List<String> missing(boolean oneOff, boolean delivered) {
        List<String> missing = new ArrayList<>();
        if (asOf == null) {
            missing.add("asOf");
        }
        if (blank(status)) {
            missing.add("status");
        }
        if (blank(result)) {
            missing.add("result");
        }
        if (blank(difficulty)) {
            missing.add("difficulty");
        }
        if (blank(nextStep)) {
            missing.add("nextStep");
        }
        if (oneOff && percent == null) {
            missing.add("percent");
        }
        if (percent != null && percent == 100 && !delivered) {
            missing.add("deliverable");
        }
        return missing;
    }

    /// Whether it tells anything at all.
    boolean empty() {
        return percent == null && blank(status) && blank(result) && blank(difficulty) && blank(nextStep);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.codePoints().noneMatch(Character::isLetterOrDigit);
    }
}
