/// Assignments: who, what, by when and with what result.
@NullMarked
package vn.monitoring.task;

import org.jspecify.annotations.NullMarked;
