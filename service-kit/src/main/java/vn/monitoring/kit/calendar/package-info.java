/// The calendar of Vietnam: the clock, the zone and the named periods.
@NullMarked
package vn.monitoring.kit.calendar;

import org.jspecify.annotations.NullMarked;
