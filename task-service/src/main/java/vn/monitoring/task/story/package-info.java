/// The history of a task as a story that people read: who did what, when, and what changed.
@NullMarked
package vn.monitoring.task.story;

import org.jspecify.annotations.NullMarked;
