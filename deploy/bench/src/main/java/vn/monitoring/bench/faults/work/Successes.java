package vn.monitoring.bench.faults.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When somebody's work succeeded. Safe for many threads.
final class Successes {

    private record Success(Instant begun, Instant done) {}

    private final List<Success> all = new ArrayList<>();

    /// @param begun when it was first tried, of something heard: when it was written
    synchronized void note(Instant begun, Instant done) {
        all.add(new Success(begun, done));
    }

    /// The first end of something that was begun after a moment.
    synchronized Optional<Instant> firstSince(Instant moment) {
        return all.stream()
                .filter(success -> success.begun().isAfter(moment))
                .map(Success::done)
                .min(Comparator.naturalOrder());
    }
}
