/// Tests of the journal and of what clients make of answers.
@NullMarked
package vn.monitoring.bench.faults.work;

import org.jspecify.annotations.NullMarked;
