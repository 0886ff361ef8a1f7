/// Periods of figures: which are known, and which are locked for whom.
@NullMarked
package vn.monitoring.indicator.period;

import org.jspecify.annotations.NullMarked;
