/// Lists as files: units, indicators with their targets, measurements and grades as CSV and .xlsx.
@NullMarked
package vn.monitoring.indicator.export;

import org.jspecify.annotations.NullMarked;
