/// Tests of the service as a whole.
@NullMarked
package vn.monitoring.indicator;

import org.jspecify.annotations.NullMarked;
