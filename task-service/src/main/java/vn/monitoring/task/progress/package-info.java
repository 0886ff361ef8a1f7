/// What the lead agencies report about the progress of their tasks.
@NullMarked
package vn.monitoring.task.progress;

import org.jspecify.annotations.NullMarked;
