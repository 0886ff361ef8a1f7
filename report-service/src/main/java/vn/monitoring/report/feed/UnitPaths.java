package vn.monitoring.report.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.monitoring.report.unit.ReportingUnit;
import vn.monitoring.report.unit.Units;

/// Where units stand in the tree, remembered for a minute so that a delivery asks no database.
@ApplicationScoped
class UnitPaths {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final Duration REMEMBERED_UNKNOWN = Duration.ofSeconds(1);

    private record Known(@Nullable String path, Instant until) {}

    private final Units units;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    UnitPaths(Units units) {
        this.units = units;
    }

    /// The unit's path, null when it is unknown.
    @Nullable
    String find(String code) {
        // Real time: a memory's age has nothing to do with the calendar that a test may set.
        Instant now = Instant.now();
        Known found = known.get(code);
        if (found == null || found.until().isBefore(now)) {
            found = ask(code, now);
            known.put(code, found);
        }
        return found.path();
    }

    private Known ask(String code, Instant now) {
        List<ReportingUnit> asked = units.find(List.of(code));
        return asked.isEmpty()
                ? new Known(null, now.plus(REMEMBERED_UNKNOWN))
                : new Known(asked.getFirst().path(), now.plus(REMEMBERED));
    }
}
