package vn.monitoring.bench.faults.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.monitoring.bench.faults.work.Outcome;
import vn.monitoring.bench.faults.work.RecordedWrite;

/// Every acknowledged write is there exactly once, a refused one is not, one whose end is unknown is there at most
/// once.
final class WritesKept implements Check {

    @Override
    public String name() {
        return "Every acknowledged write is present exactly once";
    }

    @Override
    public CheckResult check(Evidence evidence) {
        List<String> violations = new ArrayList<>();
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        List<RecordedWrite> writes = evidence.recording().writes();
        for (Places place : Places.values()) {
            Map<String, Places.Found> found = place.find(evidence);
            for (RecordedWrite write : writes) {
                if (!place.holds(write.meant().operation())) {
                    continue;
                }
                List<String> markers = write.markers().toList();
                for (int row = 0; row < markers.size(); row++) {
                    Outcome outcome = write.outcomeOf(row);
                    counts.merge(outcome, 1, Integer::sum);
                    long times = times(found.get(markers.get(row)));
                    if (!agrees(outcome, times)) {
                        violations.add("%s is %s in %s, but was %s: %s"
                                .formatted(markers.get(row), count(times), place.told(), outcome, write.told()));
                    }
                }
            }
        }
        return CheckResult.of(
                name(),
                "%,d acknowledged, %,d refused, %,d of unknown end"
                        .formatted(
                                counts.getOrDefault(Outcome.ACKNOWLEDGED, 0),
                                counts.getOrDefault(Outcome.REFUSED, 0),
                                counts.getOrDefault(Outcome.UNKNOWN, 0)),
                violations);
    }

    private static boolean agrees(Outcome outcome, long times) {
        return switch (outcome) {
            case ACKNOWLEDGED -> times == 1;
            case REFUSED -> times == 0;
            case UNKNOWN -> times <= 1;
        };
    }

    private static long times(Places.@Nullable Found found) {
        return found == null ? 0 : found.times();
    }

    private static String count(long times) {
        return times == 0 ? "missing" : times + " times";
    }
}
