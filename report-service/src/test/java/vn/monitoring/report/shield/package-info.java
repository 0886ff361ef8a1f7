/// Tests of row-level security with the query filters removed.
@NullMarked
package vn.monitoring.report.shield;

import org.jspecify.annotations.NullMarked;
