package vn.monitoring.report.feedback;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who sent a feedback: personal data, which is stored sealed and leaves by one operation only.
///
/// @param contact a telephone number or an address of electronic mail
@Schema(name = "FeedbackSender")
public record Sender(
        @Nullable @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String contact,
        @Nullable @Size(max = 400) String address) {

    /// Never says who it is: it might be logged.
    @Override
    public String toString() {
        return "Sender[…]";
    }
}
