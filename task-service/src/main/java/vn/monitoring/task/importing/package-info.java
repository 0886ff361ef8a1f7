/// Importing the task table of a plan as its office wrote it.
@NullMarked
package vn.monitoring.task.importing;

import org.jspecify.annotations.NullMarked;
