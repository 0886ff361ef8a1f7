/// Tests of the task-service's benchmarks.
@NullMarked
package vn.monitoring.bench.tasks;

import org.jspecify.annotations.NullMarked;
