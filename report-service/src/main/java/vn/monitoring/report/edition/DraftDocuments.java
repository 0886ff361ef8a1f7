package vn.monitoring.report.edition;

import java.util.Optional;
import java.util.UUID;
import vn.monitoring.report.document.OfficialDocument;

/// Tells what a report that is being written looks like as a document; given by whoever keeps reports.
public interface DraftDocuments {

    /// The document as it would be issued now, without number and day; empty when there is no such report that the
    /// caller may see.
    Optional<OfficialDocument> find(UUID reportId);
}
