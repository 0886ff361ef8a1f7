package vn.monitoring.task.task;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The lead agency takes the task on; every field may be left out.
@Schema(name = "Acknowledgement", examples = "{\"acknowledgedOn\":\"2026-04-02\"}")
record AcknowledgementRequest(
        @Schema(description = "Today when left out") @Nullable
        LocalDate acknowledgedOn,

        @Size(max = 2000) @Nullable String note) {

    static final AcknowledgementRequest TODAY = new AcknowledgementRequest(null, null);
}
