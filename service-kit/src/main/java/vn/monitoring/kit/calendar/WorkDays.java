package vn.monitoring.kit.calendar;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The working days as this installation's settings have them.
@Singleton
class WorkDays {

    @Produces
    @Singleton
    @io.quarkus.arc.DefaultBean
    WorkCalendar workCalendar(
            @ConfigProperty(name = "monitoring.work.days-off") Optional<List<LocalDate>> daysOff,
            @ConfigProperty(name = "monitoring.work.worked-weekends") Optional<List<LocalDate>> workedWeekends) {
        return new WorkCalendar(Set.copyOf(daysOff.orElse(List.of())), Set.copyOf(workedWeekends.orElse(List.of())));
    }
}
