/// How many tasks stand where, now and as it was known on a day in the past.
@NullMarked
package vn.monitoring.task.statistics;

import org.jspecify.annotations.NullMarked;
