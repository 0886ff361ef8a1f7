package vn.monitoring.browser;

import java.time.LocalDate;
import java.time.ZoneId;

/// The quarter that runs, of which the demo enters no figures: what tests enter is owed there.
final class ThisQuarter {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private ThisQuarter() {}

    /// `2026-Q4`.
    static String key() {
        LocalDate today = today();
        return "%d-Q%d".formatted(today.getYear(), (today.getMonthValue() + 2) / 3);
    }

    static LocalDate today() {
        return LocalDate.now(VIETNAM);
    }
}
