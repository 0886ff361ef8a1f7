package vn.monitoring.bench.faults.check;

import java.util.ArrayList;
import java.util.List;

/// No consumer gave up on a fact.
final class NothingParked implements Check {

    static final String SQL =
            "select consumer, topic, partition, record_offset, key, reason from inbox_parked order by parked_at";

    private static final List<String> DATABASES = List.of("indicator", "task", "report");

    @Override
    public String name() {
        return "No fact is parked";
    }

    @Override
    public CheckResult check(Evidence evidence) {
        List<String> violations = new ArrayList<>();
        for (String database : DATABASES) {
            for (Row row : evidence.rows(database, SQL)) {
                violations.add("%s of %s-service parked %s-%s@%s (key %s): %s"
                        .formatted(
                                row.text(0),
                                database,
                                row.text(1),
                                row.text(2),
                                row.text(3),
                                row.text(4),
                                row.text(5)));
            }
        }
        return CheckResult.of(name(), "%d services".formatted(DATABASES.size()), violations);
    }
}
