/// Units, plans, indicators, targets, measurements and grades.
@NullMarked
package vn.monitoring.indicator;

import org.jspecify.annotations.NullMarked;
