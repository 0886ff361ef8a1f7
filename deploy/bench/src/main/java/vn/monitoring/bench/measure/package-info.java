/// Measuring: load over HTTP, latencies without coordinated omission, memory, the machine, and how figures are shown.
@NullMarked
package vn.monitoring.bench.measure;

import org.jspecify.annotations.NullMarked;
