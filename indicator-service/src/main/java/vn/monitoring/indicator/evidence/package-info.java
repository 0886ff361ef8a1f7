/// Files that prove the figures of a measurement.
@NullMarked
package vn.monitoring.indicator.evidence;

import org.jspecify.annotations.NullMarked;
