/// Handing tasks over, and their review by another person of another unit.
@NullMarked
package vn.monitoring.task.submission;

import org.jspecify.annotations.NullMarked;
