/// Tests of adding up.
@NullMarked
package vn.monitoring.indicator.rollup;

import org.jspecify.annotations.NullMarked;
