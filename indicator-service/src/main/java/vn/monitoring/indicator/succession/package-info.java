/// What a unit took over from those that were merged into it: their last verified figures, as baselines to be stated.
@NullMarked
package vn.monitoring.indicator.succession;

import org.jspecify.annotations.NullMarked;
