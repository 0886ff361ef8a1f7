package vn.monitoring.kit.calendar;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/// The zone in which days and periods are counted, and the clock that services inject to know today.
@Singleton
public class VietnamCalendar {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /// `LocalDate.now(clock)` is today in Vietnam.
    @Produces
    @Singleton
    @io.quarkus.arc.DefaultBean
    Clock clock() {
        return Clock.system(ZONE);
    }
}
