/// The deadlines of a unit's tasks as an iCalendar feed (RFC 5545), by token or by a secret link.
@NullMarked
package vn.monitoring.task.calendarfeed;

import org.jspecify.annotations.NullMarked;
