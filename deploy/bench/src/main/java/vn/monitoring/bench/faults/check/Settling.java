package vn.monitoring.bench.faults.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.monitoring.client.Wait;

/// Waits until the platform has done all that follows from what was written: outboxes are empty, consumers have
/// confirmed every record, grades are made, webhooks are told.
final class Settling {

    private static final String NAME = "Everything settles";
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final int QUIET_LOOKS = 3;

    private final Databases databases;
    private final Topics topics;
    private final List<String> webhooks;

    /// @param webhooks ids of those whose receivers are there
    Settling(Databases databases, Topics topics, List<String> webhooks) {
        this.databases = databases;
        this.topics = topics;
        this.webhooks = webhooks;
    }

    /// What is still open when patience ends is a violation.
    CheckResult await(Duration patience) {
        Instant begin = Instant.now();
        Instant end = begin.plus(patience);
        int quiet = 0;
        List<String> open = open();
        while (quiet < QUIET_LOOKS && Instant.now().isBefore(end)) {
            Wait.pause(BETWEEN);
            open = open();
            quiet = open.isEmpty() ? quiet + 1 : 0;
        }
        return CheckResult.of(
                NAME,
                "after %d s".formatted(Duration.between(begin, Instant.now()).toSeconds()),
                open);
    }

    private List<String> open() {
        List<String> open = new ArrayList<>();
        for (String database : Databases.ALL) {
            add(open, "facts wait in the outbox of " + database, database, "select count(*) from outbox_event");
        }
        add(open, "indicators wait to be graded", "indicator", "select count(*) from grading_due");
        add(
                open,
                "messages wait for their webhook",
                "report",
                "select count(*) from webhook_delivery where status = 'PENDING' and webhook_id::text in ('%s')"
                        .formatted(String.join("', '", webhooks)));
        topics.lag().forEach((group, behind) -> open.add("%s is %,d records behind".formatted(group, behind)));
        return open;
    }

    private void add(List<String> open, String what, String database, String sql) {
        long count = databases.number(database, sql);
        if (count > 0) {
            open.add("%,d %s".formatted(count, what));
        }
    }
}
