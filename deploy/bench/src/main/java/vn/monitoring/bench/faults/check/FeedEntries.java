package vn.monitoring.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The feed as a subscriber has to see it: repetitions of the relay left out.
final class FeedEntries {

    static final String TOPIC = "monitoring.feed";
    static final String UNITS = "select code, path from unit";

    /// @param place its offset, which is the id of its server-sent event
    /// @param fact the event that it tells of
    record Entry(long place, String fact, String type, String unit) {}

    private FeedEntries() {}

    static List<Entry> of(Evidence evidence) {
        Set<String> events = new HashSet<>();
        List<Entry> entries = new ArrayList<>();
        for (TopicRecord told : evidence.topic(TOPIC)) {
            if (events.add(told.event())) {
                JsonNode data = told.data();
                entries.add(new Entry(
                        told.offset(),
                        data.path("id").asText(),
                        data.path("type").asText(),
                        data.path("unitCode").asText()));
            }
        }
        return entries;
    }

    /// Those behind a place that somebody wants who asks for a unit, those below it, and types.
    ///
    /// @param types separated by commas, full or without `vn.monitoring.`, or their first parts; empty for all
    static List<Entry> wanted(Evidence evidence, long behind, String unit, String types) {
        Map<String, String> paths = new HashMap<>();
        evidence.rows("report", UNITS).forEach(row -> paths.put(row.text(0), row.text(1)));
        String own = paths.getOrDefault(unit, "?");
        List<String> asked = Arrays.stream(types.split(",", -1))
                .filter(type -> !type.isEmpty())
                .toList();
        return of(evidence).stream()
                .filter(entry -> entry.place() > behind)
                .filter(entry -> isWithin(paths.getOrDefault(entry.unit(), ""), own))
                .filter(entry -> asked.isEmpty() || asked.stream().anyMatch(type -> isOf(entry.type(), type)))
                .toList();
    }

    private static boolean isWithin(String path, String own) {
        return path.equals(own) || path.startsWith(own + ".");
    }

    private static boolean isOf(String type, String asked) {
        return type.equals(asked) || type.startsWith("vn.monitoring." + asked + ".");
    }
}
