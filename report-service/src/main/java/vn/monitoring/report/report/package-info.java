/// Reports: drafted from frozen figures, edited, submitted, accepted or returned.
@NullMarked
package vn.monitoring.report.report;

import org.jspecify.annotations.NullMarked;
