/// Drafts: reports as they stand at the cut-off, for any number of senders at once.
@NullMarked
package vn.monitoring.report.draft;

import org.jspecify.annotations.NullMarked;
