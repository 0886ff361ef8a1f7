/// Tests of what is read from several sizes.
@NullMarked
package vn.monitoring.bench.scale;

import org.jspecify.annotations.NullMarked;
