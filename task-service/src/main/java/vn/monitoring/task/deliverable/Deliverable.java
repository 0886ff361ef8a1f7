package vn.monitoring.task.deliverable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a task brought about.
///
/// @param documentNumber of a reference: `12/BC-UBND`
/// @param fileName of a file, as uploaded, without a path
/// @param size in bytes
/// @param sha256 of the content, in hexadecimal digits
@Schema(name = "Deliverable")
record Deliverable(
        UUID id,
        UUID taskId,
        Kind kind,
        String title,
        @Nullable String documentNumber,
        @Nullable LocalDate issuedOn,
        @Nullable String fileName,
        @Nullable String mediaType,
        @Nullable Integer size,
        @Nullable String sha256,
        Instant receivedAt,
        String by) {

    enum Kind {
        FILE,
        REFERENCE
    }
}
