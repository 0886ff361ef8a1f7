/// The periods and phases in which tasks come back: generated ahead, done, missed.
@NullMarked
package vn.monitoring.task.occurrence;

import org.jspecify.annotations.NullMarked;
