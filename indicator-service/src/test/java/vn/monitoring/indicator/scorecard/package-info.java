/// Grades counted.
@NullMarked
package vn.monitoring.indicator.scorecard;

import org.jspecify.annotations.NullMarked;
