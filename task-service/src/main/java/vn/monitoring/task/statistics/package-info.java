/// How many tasks stand where, today.
@NullMarked
package vn.monitoring.task.statistics;

import org.jspecify.annotations.NullMarked;
