/// Benchmarks of the report-service.
@NullMarked
package vn.monitoring.bench.reports;

import org.jspecify.annotations.NullMarked;
