package vn.monitoring.report.feed;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// The newest entries of the feed in memory: one thread appends, any number read.
///
/// `start` is the first offset that it covers, `end` the one that it will take next; duplicates and
/// unreadable messages are covered without being held. It holds so many entries at most, and so many bytes of
/// them. Event ids are remembered [EventIds#LOOK_BACK] entries longer than the entries themselves, so that a
/// duplicate is one whatever of the topic a replica holds in memory.
final class FeedWindow {

    private final int capacity;
    private final long mostBytes;
    private final ConcurrentSkipListMap<Long, PlacedEntry> entries = new ConcurrentSkipListMap<>();
    private final EventIds eventIds;
    private int size;
    private long bytes;
    private volatile long start;
    private volatile long end;

    FeedWindow(int capacity, long mostBytes, long start) {
        this.capacity = capacity;
        this.mostBytes = mostBytes;
        this.eventIds = new EventIds(capacity + EventIds.LOOK_BACK);
        this.start = start;
        this.end = start;
    }

    /// Takes an entry unless its event id is held already; either way its offset is covered.
    void append(PlacedEntry entry) {
        if (eventIds.isNew(entry.eventId())) {
            entries.put(entry.offset(), entry);
            size++;
            bytes += entry.frame().length;
        }
        end = entry.offset() + 1;
        while (size > capacity || (bytes > mostBytes && size > 1)) {
            PlacedEntry oldest = entries.firstEntry().getValue();
            start = oldest.offset() + 1;
            entries.remove(oldest.offset());
            size--;
            bytes -= oldest.frame().length;
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
