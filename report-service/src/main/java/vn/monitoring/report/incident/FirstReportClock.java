package vn.monitoring.report.incident;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The clock of the first report: 24 hours from the detection, not from the registration (domain.md, "Incident").
///
/// @param reportedAt when the first report came in, null while it is owed
record FirstReportClock(Instant detectedAt, @Nullable Instant reportedAt) {

    static final Duration ALLOWED = Duration.ofHours(24);

    /// The last moment at which the first report is in time.
    Instant dueAt() {
        return detectedAt.plus(ALLOWED);
    }

    /// Whether the first report is still owed, or came, after its time.
    boolean isOverdue(Instant now) {
        return (reportedAt == null ? now : reportedAt).isAfter(dueAt());
    }

    /// Whole seconds that are left, negative when the time has run out; null once the report is there.
    @Nullable
    Long remainingSeconds(Instant now) {
        return reportedAt == null ? Duration.between(now, dueAt()).toSeconds() : null;
    }
}
