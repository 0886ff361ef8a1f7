/// The benchmarks of `./platform bench indicators`: each measures one promise of the indicator-service through the
/// gateway, beside what PostgreSQL alone does with the same rows.
@NullMarked
package vn.monitoring.bench.indicators;

import org.jspecify.annotations.NullMarked;
