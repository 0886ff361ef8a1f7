/// Tasks: their life, who answers for them and what they still lack.
@NullMarked
package vn.monitoring.task.task;

import org.jspecify.annotations.NullMarked;
