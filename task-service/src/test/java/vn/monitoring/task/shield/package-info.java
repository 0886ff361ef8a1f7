/// Tests of row-level security with the query filters removed.
@NullMarked
package vn.monitoring.task.shield;

import org.jspecify.annotations.NullMarked;
