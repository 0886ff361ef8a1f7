/// Tests of the report-service's benchmarks.
@NullMarked
package vn.monitoring.bench.reports;

import org.jspecify.annotations.NullMarked;
