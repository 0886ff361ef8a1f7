package vn.monitoring.report.report;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.regime.Section;

/// A section of a report: the text as generated, and as it reads now.
///
/// @param revision 0 as generated, then counts the edits
@Schema(name = "ReportSection")
public record StoredSection(
        String key,
        String title,
        Section.Content content,
        String generatedText,
        String text,
        int revision,
        @Nullable Instant editedAt,
        @Nullable String editedBy) {

    /// A text that a section had.
    @Schema(name = "ReportSectionRevision")
    public record Revision(int revision, String text, Instant editedAt, String editedBy) {}
}
