/// Figures of indicators: submitted, verified or returned by another person, revised, locked with their period.
@NullMarked
package vn.monitoring.indicator.measurement;

import org.jspecify.annotations.NullMarked;
