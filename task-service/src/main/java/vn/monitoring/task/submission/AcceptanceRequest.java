package vn.monitoring.task.submission;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Accepts a submission; the note may be left out.
@Schema(name = "Acceptance", examples = "{\"note\":\"Đạt yêu cầu\"}")
record AcceptanceRequest(@Size(max = 2000) @Nullable String note) {

    static final AcceptanceRequest WITHOUT_NOTE = new AcceptanceRequest(null);
}
