package vn.monitoring.task.reminder;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Reminders that wait for the leads.
///
/// @param unacknowledged not acknowledged yet
/// @param unexplained those that ask for an explanation and have none, acknowledged or not
/// @param overdue of these, those whose day has passed
@Schema(name = "ReminderCounts")
record ReminderCounts(long unacknowledged, long unexplained, long overdue) {}
