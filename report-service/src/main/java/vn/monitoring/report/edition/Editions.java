package vn.monitoring.report.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.monitoring.report.document.DocumentFormat;
import vn.monitoring.report.document.OfficialDocument;

/// Issues editions of reports and finds issued ones.
@ApplicationScoped
public class Editions {

    /// Gives the document its number and day, renders and signs it, and stores the edition with its files, in the
    /// caller's transaction: rolled back, no number is used up. Others who issue in the same register wait meanwhile.
    public Edition issue(Issue issue) {
        throw new UnsupportedOperationException("issue " + issue.reportId());
    }

    /// The editions of a report, oldest first, whoever asks.
    public List<Edition> list(UUID reportId) {
        throw new UnsupportedOperationException("list " + reportId);
    }

    public Optional<Edition> find(UUID reportId, int number) {
        throw new UnsupportedOperationException("find " + reportId + " " + number);
    }

    /// A draft as a file: marked as such, unsigned, not stored.
    public byte[] preview(OfficialDocument document, DocumentFormat format) {
        throw new UnsupportedOperationException("preview " + document.kind() + " as " + format);
    }
}
