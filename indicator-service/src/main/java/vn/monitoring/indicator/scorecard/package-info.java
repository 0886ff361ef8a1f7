/// How a unit stands: its grades counted by status, never averaged.
@NullMarked
package vn.monitoring.indicator.scorecard;

import org.jspecify.annotations.NullMarked;
