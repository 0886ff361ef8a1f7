/// How figures grow with replicas and with data: the same benchmarks on platforms of several sizes, and a slope for
/// each.
@NullMarked
package vn.monitoring.bench.scale;

import org.jspecify.annotations.NullMarked;
