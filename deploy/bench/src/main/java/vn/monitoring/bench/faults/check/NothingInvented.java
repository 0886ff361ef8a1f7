package vn.monitoring.bench.faults.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Whatever bears a marker of the run was sent by a client, for the operation that writes to that place.
final class NothingInvented implements Check {

    @Override
    public String name() {
        return "Nothing is there that was not sent";
    }

    @Override
    public CheckResult check(Evidence evidence) {
        List<String> violations = new ArrayList<>();
        long seen = 0;
        for (Places place : Places.values()) {
            Set<String> sent = evidence.recording().writes().stream()
                    .filter(write -> place.holds(write.meant().operation()))
                    .flatMap(write -> write.markers())
                    .collect(Collectors.toCollection(HashSet::new));
            Map<String, Places.Found> found = place.find(evidence);
            seen += found.size();
            found.forEach((marker, where) -> {
                if (!sent.contains(marker)) {
                    violations.add("%s stands in %s at %s, but nobody sent it"
                            .formatted(marker, place.told(), where.aggregate()));
                }
            });
        }
        return CheckResult.of(name(), "%,d marked rows".formatted(seen), violations);
    }
}
