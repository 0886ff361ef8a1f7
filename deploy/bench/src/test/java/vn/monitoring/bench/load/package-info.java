/// Tests of what a load tells.
@NullMarked
package vn.monitoring.bench.load;

import org.jspecify.annotations.NullMarked;
