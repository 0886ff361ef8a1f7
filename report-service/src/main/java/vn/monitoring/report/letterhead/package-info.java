/// How an office heads and signs its documents: the standard of its kind, or what it has set for itself.
@NullMarked
package vn.monitoring.report.letterhead;

import org.jspecify.annotations.NullMarked;
