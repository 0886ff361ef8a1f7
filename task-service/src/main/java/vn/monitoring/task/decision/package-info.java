/// Decisions that hold, resume or end a task, each with its document; also those that follow from a
/// superseded plan.
@NullMarked
package vn.monitoring.task.decision;

import org.jspecify.annotations.NullMarked;
