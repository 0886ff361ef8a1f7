package vn.monitoring.task.timeliness;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.monitoring.kit.calendar.WorkCalendar;

/// The rule as this installation's settings have it.
@Singleton
class TimelinessSettings {

    /// @param onWorkingDays whether a due day on a day off moves to the next working day
    @Produces
    @Singleton
    TimelinessRule rule(
            WorkCalendar workCalendar,
            @ConfigProperty(name = "monitoring.task.due-on-working-days") boolean onWorkingDays) {
        return onWorkingDays ? TimelinessRule.STANDARD.onWorkingDays(workCalendar) : TimelinessRule.STANDARD;
    }
}
