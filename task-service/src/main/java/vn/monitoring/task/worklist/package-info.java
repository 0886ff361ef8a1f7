/// The lists of tasks that people open every morning, the list of all with its filters, and the same as a file.
@NullMarked
package vn.monitoring.task.worklist;

import org.jspecify.annotations.NullMarked;
