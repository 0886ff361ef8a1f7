package vn.monitoring.bench.reports;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import vn.monitoring.bench.measure.Latencies;

/// What a number of subscribers of the same entries have heard: how long each entry took to each of them, and whether
/// any was lost or came twice. For one thread.
final class Hearing {

    /// @param entries how many different entries came to any subscriber
    /// @param lost how many did not come to a subscriber that others had, over all subscribers
    /// @param repeated how many came again
    record Outcome(int entries, long lost, long repeated, Latencies latencies) {}

    private final List<BitSet> heard = new ArrayList<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Long> occurredAt = new ArrayList<>();
    private final Latencies latencies = new Latencies();
    private long measuredFrom = Long.MAX_VALUE;
    private long repeated;
    private long came;

    Hearing(int subscribers) {
        for (int subscriber = 0; subscriber < subscribers; subscriber++) {
            heard.add(new BitSet());
        }
    }

    /// From now on latencies are recorded.
    ///
    /// @param millis since 1970
    void measureFrom(long millis) {
        measuredFrom = millis;
    }

    /// An entry came.
    ///
    /// @param occurredAtMillis asked once for each entry
    void take(int subscriber, long offset, long nowMillis, LongSupplier occurredAtMillis) {
        int number = numbers.computeIfAbsent(offset, _ -> {
            occurredAt.add(occurredAtMillis.getAsLong());
            return occurredAt.size() - 1;
        });
        BitSet own = heard.get(subscriber);
        if (own.get(number)) {
            repeated++;
            return;
        }
        own.set(number);
        came++;
        long since = occurredAt.get(number);
        if (since >= measuredFrom) {
            latencies.record((nowMillis - since) * 1_000_000);
        }
    }

    int entries() {
        return occurredAt.size();
    }

    /// Whether every subscriber has heard every entry that any has heard, and so many at least.
    boolean isComplete(int atLeast) {
        return entries() >= atLeast && came == (long) entries() * heard.size();
    }

    Outcome outcome() {
        return new Outcome(entries(), (long) entries() * heard.size() - came, repeated, latencies);
    }
}
