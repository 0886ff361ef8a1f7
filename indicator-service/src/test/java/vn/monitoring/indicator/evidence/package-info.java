/// Tests of the files of a measurement.
@NullMarked
package vn.monitoring.indicator.evidence;

import org.jspecify.annotations.NullMarked;
