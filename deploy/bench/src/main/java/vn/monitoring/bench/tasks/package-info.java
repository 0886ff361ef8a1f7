/// The benchmarks of the task-service.
@NullMarked
package vn.monitoring.bench.tasks;

import org.jspecify.annotations.NullMarked;
