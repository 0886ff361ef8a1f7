package vn.monitoring.bench.faults.check;

import java.util.List;
import vn.monitoring.bench.faults.work.JournalLine.Stopped;

/// The clients themselves worked to the end: otherwise the run says nothing.
final class ClientsWell implements Check {

    @Override
    public String name() {
        return "The clients worked to the end";
    }

    @Override
    public CheckResult check(Evidence evidence) {
        List<Stopped> stopped = evidence.recording().lines(Stopped.class);
        return CheckResult.of(
                name(),
                "%,d writes begun".formatted(evidence.recording().writes().size()),
                stopped.stream()
                        .map(one -> "%s stopped at %s: %s".formatted(one.actor(), one.at(), one.why()))
                        .toList());
    }
}
