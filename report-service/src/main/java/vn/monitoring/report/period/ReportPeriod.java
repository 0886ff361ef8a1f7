package vn.monitoring.report.period;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.Period;

/// The period that a report is of: one of the calendar (`2026-Q3`), or an ad hoc call (`2026-X03`).
///
/// Calls are numbered through a year over all regimes, so that an equal key means the same call: a unit that passes a
/// call on to those below it uses the key of the call that it answers.
///
/// @param regular null for an ad hoc call
public record ReportPeriod(String key, @Nullable Period regular) {

    private static final Pattern AD_HOC = Pattern.compile("\\d{4}-X\\d{2,6}");

    private static final int YEAR_LENGTH = 4;

    /// The longest key.
    public static final int KEY_LENGTH = 12;

    public static ReportPeriod of(Period regular) {
        return new ReportPeriod(regular.key(), regular);
    }

    public static ReportPeriod adHoc(int year, int number) {
        return of("%04d-X%02d".formatted(year, number));
    }

    /// Reads a key; empty for anything else.
    public static Optional<ReportPeriod> find(String key) {
        return AD_HOC.matcher(key).matches()
                ? Optional.of(new ReportPeriod(key, null))
                : Period.find(key).map(ReportPeriod::of);
    }

    /// As [#find].
    /// @throws IllegalArgumentException when the text is no key
    @JsonCreator
    public static ReportPeriod of(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("not a period: " + key));
    }

    public boolean isAdHoc() {
        return regular == null;
    }

    public int year() {
        return Integer.parseInt(key.substring(0, YEAR_LENGTH));
    }

    /// Of a call: the how-manieth of its year.
    ///
    /// @throws IllegalStateException when it is no call
    public int numberOfCall() {
        if (!isAdHoc()) {
            throw new IllegalStateException(key + " is no call");
        }
        return Integer.parseInt(key.substring(key.indexOf('X') + 1));
    }

    public ReportFrequency frequency() {
        return regular == null ? ReportFrequency.AD_HOC : ReportFrequency.of(regular.frequency());
    }

    @JsonValue
    @Override
    public String toString() {
        return key;
    }
}
