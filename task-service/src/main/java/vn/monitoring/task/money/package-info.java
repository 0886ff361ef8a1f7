/// What is allocated to tasks and what was paid for them, held against their progress.
@NullMarked
package vn.monitoring.task.money;

import org.jspecify.annotations.NullMarked;
