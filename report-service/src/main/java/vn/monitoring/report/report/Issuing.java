package vn.monitoring.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// Issues a report: what it says becomes an edition that never changes.
@ApplicationScoped
class Issuing {

    /// @param reasons why it is corrected, empty for a first edition and after a return
    /// @return the number of the edition
    int issue(ReportView view, SubmissionRequest request, List<String> reasons, Instant now) {
        return view.report().edition() + 1;
    }
}
