/// Clients that work with the platform while it is hurt, and the journal of what they asked and were told.
@NullMarked
package vn.monitoring.bench.faults.work;

import org.jspecify.annotations.NullMarked;
