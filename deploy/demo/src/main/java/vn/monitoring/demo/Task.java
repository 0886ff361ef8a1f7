package vn.monitoring.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A task as the platform holds it.
///
/// @param kind TASK, PARENT, SUBTASK or ORPHAN
record Task(
        String id,
        String responsibleUnitCode,
        String kind,
        @Nullable String number,
        @Nullable String title,
        Timing timing,
        String status,
        String timeliness,
        @Nullable LastUpdate lastUpdate,
        int deliverables,
        int submissions,
        boolean needsDecision,
        long version) {

    record Timing(
            String raw,
            String kind,
            @Nullable LocalDate due,
            @Nullable LocalDate start,
            @Nullable LocalDate end) {}

    record LastUpdate(LocalDate asOf) {}

    String etag() {
        return "\"" + version + "\"";
    }

    /// Parents follow their parts, and a row without a title waits for a person.
    boolean takesSteps() {
        return !kind.equals("PARENT") && !needsDecision;
    }

    boolean isOneOff() {
        return !timing.kind().equals("CONTINUOUS") && !timing.kind().startsWith("RECURRING");
    }

    @Nullable
    LocalDate updatedOn() {
        return lastUpdate == null ? null : lastUpdate.asOf();
    }
}
