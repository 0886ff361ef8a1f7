package vn.monitoring.indicator.evidence;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A file that proves the figures of a measurement.
///
/// @param revision of the measurement at the upload
/// @param fileName under which it is downloaded: made here, it tells nothing but the type
/// @param originalName as uploaded, without a path
/// @param size in bytes
/// @param sha256 of the content, in hexadecimal digits
@Schema(name = "Evidence")
record Evidence(
        UUID id,
        UUID measurementId,
        int revision,
        String fileName,
        String originalName,
        String mediaType,
        int size,
        String sha256,
        String uploadedBy,
        Instant uploadedAt) {}
