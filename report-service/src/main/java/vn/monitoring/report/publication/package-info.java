/// Public data: which fields of which data everybody may see is decided by a person, and nothing else is
/// shown.
@NullMarked
package vn.monitoring.report.publication;

import org.jspecify.annotations.NullMarked;
