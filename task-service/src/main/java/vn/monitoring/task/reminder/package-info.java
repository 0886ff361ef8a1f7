/// Reminders (đôn đốc): asked from above, acknowledged and explained by the lead.
@NullMarked
package vn.monitoring.task.reminder;

import org.jspecify.annotations.NullMarked;
