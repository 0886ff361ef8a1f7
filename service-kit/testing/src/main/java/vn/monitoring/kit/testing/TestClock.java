package vn.monitoring.kit.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.VietnamCalendar;

/// The clock of services under test: the real one until a test sets it.
@Alternative
@Priority(1)
@Singleton
public class TestClock extends Clock {

    private volatile @Nullable Instant fixed;

    /// Noon of that day in Vietnam, until [#reset].
    public void setToday(LocalDate day) {
        fixed = day.atTime(LocalTime.NOON).atZone(VietnamCalendar.ZONE).toInstant();
    }

    public void set(Instant instant) {
        fixed = instant;
    }

    public void advance(Duration duration) {
        fixed = instant().plus(duration);
    }

    public void reset() {
        fixed = null;
    }

    @Override
    public ZoneId getZone() {
        return VietnamCalendar.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        Instant now = fixed;
        return now == null ? Instant.now() : now;
    }
}
