package vn.monitoring.browser;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// The quarter that runs, of which the demo enters no figures: what tests enter is owed there.
final class ThisQuarter {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private ThisQuarter() {}

    /// `2026-Q4`.
    static String key() {
        return "%d-Q%d".formatted(today().getYear(), number());
    }

    /// `Quý 4/2026`: where room is short.
    static String label() {
        return "Quý %d/%d".formatted(number(), today().getYear());
    }

    /// `quý IV năm 2026`: in sentences.
    static String words() {
        return "quý %s năm %d".formatted(List.of("I", "II", "III", "IV").get(number() - 1), today().getYear());
    }

    private static int number() {
        return (today().getMonthValue() + 2) / 3;
    }

    static LocalDate today() {
        return LocalDate.now(VIETNAM);
    }
}
