package vn.monitoring.indicator.due;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.monitoring.kit.calendar.Period;
import vn.monitoring.kit.calendar.Period.Frequency;

/// For which periods figures are due on a day: of each frequency the last one that has ended.
final class DuePeriods {

    /// How often indicators are measured; without a word in the catalogue it is the quarter.
    static final List<Frequency> FREQUENCIES =
            List.of(Frequency.MONTH, Frequency.QUARTER, Frequency.HALF_YEAR, Frequency.YEAR);

    private DuePeriods() {}

    static List<Period> on(LocalDate day, Optional<Period> asked) {
        Stream<Period> periods =
                asked.map(Stream::of).orElseGet(() -> FREQUENCIES.stream().map(frequency -> lastEnded(day, frequency)));
        return periods.toList();
    }

    private static Period lastEnded(LocalDate day, Frequency frequency) {
        Period current = Period.containing(day, frequency);
        return current.lastDay().isBefore(day) ? current : current.previous();
    }
}
