package vn.monitoring.kit.calendar;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The zone in which days and periods are counted, and the clock that services inject to know today.
@Singleton
public class VietnamCalendar {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /// `LocalDate.now(clock)` is today in Vietnam. It ticks in microseconds, as the database stores time: what an
    /// answer says is what a later read finds.
    ///
    /// @param offset how wrong the clock goes, to try that out; not in production
    @Produces
    @Singleton
    @io.quarkus.arc.DefaultBean
    Clock clock(@ConfigProperty(name = "monitoring.clock.offset") Duration offset) {
        return Clock.offset(Clock.tick(Clock.system(ZONE), Duration.of(1, ChronoUnit.MICROS)), offset);
    }
}
