/// Fills a running platform with the generated country, through its public API.
@NullMarked
package vn.monitoring.bench.load;

import org.jspecify.annotations.NullMarked;
