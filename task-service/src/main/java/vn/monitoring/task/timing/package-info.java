/// When a task is due: the forms a plan writes it in and what each of them means.
@NullMarked
package vn.monitoring.task.timing;

import org.jspecify.annotations.NullMarked;
