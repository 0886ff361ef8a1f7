/// Grades and tasks as they were told, kept by business time, so that "as at the cut-off" is a query.
@NullMarked
package vn.monitoring.report.fact;

import org.jspecify.annotations.NullMarked;
