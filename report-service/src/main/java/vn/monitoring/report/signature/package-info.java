/// Electronic signatures of organisations on documents: made with their keys, and verified.
@NullMarked
package vn.monitoring.report.signature;

import org.jspecify.annotations.NullMarked;
