package vn.monitoring.report.regime;

import java.util.List;
import java.util.stream.Stream;

/// When a sender that has not sent is reminded: working days before the due date, then calendar days after it, each of
/// which goes one level higher.
public record Reminders(List<Integer> before, List<Integer> after) {

    public static final int MOST_DAYS = 60;
    public static final int MOST_STEPS = 10;
    public static final Reminders STANDARD = new Reminders(List.of(3, 1), List.of(1, 7, 14, 30));

    public Reminders {
        before = before.stream().distinct().sorted().toList().reversed();
        after = after.stream().distinct().sorted().toList();
        if (Stream.concat(before.stream(), after.stream()).anyMatch(days -> days < 1 || days > MOST_DAYS)) {
            throw new IllegalArgumentException("Notices are 1 to " + MOST_DAYS + " days away from the due date");
        }
    }
}
