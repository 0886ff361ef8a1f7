/// Whether a task is early, on time, late, due soon, overdue or kept up on a given day.
@NullMarked
package vn.monitoring.task.timeliness;

import org.jspecify.annotations.NullMarked;
