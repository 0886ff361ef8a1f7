package vn.monitoring.report.regime;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.report.document.OfficialDocument.Layout;
import vn.monitoring.report.period.ReportPeriod;
import vn.monitoring.report.period.SenderLevel;
import vn.monitoring.report.period.Window;

/// A period of a regime as it was opened: what its reports are drafted by, however the regime is set afterwards.
///
/// @param revision the regime's, under which it was opened
/// @param title what an ad hoc call asks for; null for a period of the calendar
/// @param settings those of the revision, with the call's own outline where it has one
public record OpenPeriod(
        UUID regimeId,
        ReportPeriod period,
        int revision,
        @Nullable String title,
        Window window,
        DueDates dueDates,
        RegimeSettings settings) {

    /// The last day on time, per level of the sender.
    public record DueDates(LocalDate province, LocalDate commune, LocalDate agency) {

        public static DueDates all(LocalDate day) {
            return new DueDates(day, day, day);
        }

        public LocalDate of(SenderLevel level) {
            return switch (level) {
                case PROVINCE -> province;
                case COMMUNE -> commune;
                case AGENCY -> agency;
            };
        }
    }

    public List<Section> sections() {
        return settings.sections();
    }

    public @Nullable String block() {
        return settings.block();
    }

    public Layout layout() {
        return settings.layout();
    }

    /// The cut-off with which the figures are compared; of an ad hoc call the day before its own days begin.
    public LocalDate previousCutOff() {
        Period regular = period.regular();
        return regular == null
                ? window.from().minusDays(1)
                : settings.cutOffRule().windowOf(regular.previous()).cutOff();
    }

    /// The cut-off of the same period a year before.
    public LocalDate lastYearsCutOff() {
        Period regular = period.regular();
        return regular == null
                ? window.cutOff().minusYears(1)
                : settings.cutOffRule().windowOf(regular.lastYear()).cutOff();
    }

    /// The cut-off of the period that follows: as many months later as the period has; after an ad hoc call as many
    /// days as it covers.
    public LocalDate nextCutOff() {
        Period regular = period.regular();
        return regular == null
                ? window.cutOff().plusDays(ChronoUnit.DAYS.between(window.from(), window.cutOff()) + 1)
                : window.cutOff().plusMonths(regular.frequency().months());
    }
}
