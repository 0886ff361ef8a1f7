/// Tests of what measures and shows.
@NullMarked
package vn.monitoring.bench.measure;

import org.jspecify.annotations.NullMarked;
