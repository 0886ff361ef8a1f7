package vn.monitoring.report.feed;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// The newest entries of the feed in memory: one thread appends, any number read.
///
/// `start` is the first offset that it covers, `end` the one that it will take next; duplicates and unreadable
/// messages are covered without being held. Event ids are remembered [#LOOK_BACK] entries longer than the entries
/// themselves, so that a duplicate is one whatever of the topic a replica holds in memory.
final class FeedWindow {

    /// More than a relay sends in one batch, which is what it may send again.
    static final int LOOK_BACK = 1_000;

    private final int capacity;
    private final ConcurrentSkipListMap<Long, PlacedEntry> entries = new ConcurrentSkipListMap<>();
    private final Set<String> eventIds = new LinkedHashSet<>();
    private volatile long start;
    private volatile long end;

    FeedWindow(int capacity, long start) {
        this.capacity = capacity;
        this.start = start;
        this.end = start;
    }

    /// Takes an entry unless its event id is held already; either way its offset is covered.
    void append(PlacedEntry entry) {
        if (eventIds.add(entry.eventId())) {
            entries.put(entry.offset(), entry);
        }
        if (eventIds.size() > capacity + LOOK_BACK) {
            eventIds.remove(eventIds.iterator().next());
        }
        end = entry.offset() + 1;
        if (entries.size() > capacity) {
            long oldest = entries.firstKey();
            start = oldest + 1;
            entries.remove(oldest);
        }
    }

    /// Covers offsets that hold no entry.
    void skipTo(long offset) {
        end = Math.max(end, offset);
    }

    /// The first entry at or after an offset, null when there is none yet.
    @Nullable
    PlacedEntry at(long offset) {
        Map.Entry<Long, PlacedEntry> entry = entries.ceilingEntry(offset);
        return entry == null ? null : entry.getValue();
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }
}
