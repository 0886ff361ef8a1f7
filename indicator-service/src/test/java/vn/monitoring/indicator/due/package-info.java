/// Tests of what is due.
@NullMarked
package vn.monitoring.indicator.due;

import org.jspecify.annotations.NullMarked;
