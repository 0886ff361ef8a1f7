package vn.monitoring.kit.problem;

import vn.monitoring.kit.text.Text;

/// A kind of error that a client can tell apart: implemented by one enum per service.
public interface ProblemType {

    /// Stable, never translated, upper snake case: `STALE`.
    String code();

    /// The HTTP status that goes with it.
    int status();

    /// The same for every occurrence; what happened this time is the detail of the [Problem].
    Text title();

    /// The `type` member: `urn:problem:stale`.
    default String uri() {
        return "urn:problem:" + code().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
