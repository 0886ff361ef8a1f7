package vn.monitoring.report.feed;

import java.util.LinkedHashSet;
import java.util.Set;

/// The newest event ids in the order of the topic, to know a message that the relay sent twice.
final class EventIds {

    /// More than a relay sends in one batch, which is what it may send again.
    static final int LOOK_BACK = 1_000;

    private final int most;
    private final Set<String> ids = new LinkedHashSet<>();

    EventIds(int most) {
        this.most = most;
    }

    /// Remembers the id; false when it was remembered already.
    boolean isNew(String id) {
        if (!ids.add(id)) {
            return false;
        }
        if (ids.size() > most) {
            ids.remove(ids.iterator().next());
        }
        return true;
    }
}
