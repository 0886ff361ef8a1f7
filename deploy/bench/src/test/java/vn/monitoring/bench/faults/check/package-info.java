/// Tests that each check holds for a whole recording and fails for a broken one.
@NullMarked
package vn.monitoring.bench.faults.check;

import org.jspecify.annotations.NullMarked;
