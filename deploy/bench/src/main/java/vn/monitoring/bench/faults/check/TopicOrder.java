package vn.monitoring.bench.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Each topic tells the states of an aggregate in the order of their versions (repetitions of an event aside), leaves
/// none out, and ends with the state that the database has.
final class TopicOrder implements Check {

    /// How a topic is read.
    ///
    /// @param aggregate members whose values together name the aggregate
    /// @param state members that are compared with the database, by their paths
    /// @param sql the database's aggregates: name, version, then the state
    /// @param whole whether each version is told, from the first one on
    record Told(String topic, List<String> aggregate, List<String> state, String database, String sql, boolean whole) {}

    static final String BATCH = "figures";

    static final List<Told> ALL = List.of(
            new Told(
                    "monitoring.measurement",
                    List.of("id"),
                    List.of("revision"),
                    "indicator",
                    "select id, version, revision from measurement",
                    true),
            new Told(
                    "monitoring.grade",
                    List.of("indicatorId", "asOf"),
                    List.of("status", "period"),
                    "indicator",
                    "select indicator_id || ' ' || as_of, version, status, period from grade",
                    true),
            new Told(
                    "monitoring.task",
                    List.of("id"),
                    List.of("status", "percent", "title"),
                    "task",
                    "select id, 0, status, percent, title from task",
                    false),
            new Told(
                    "monitoring.warning",
                    List.of("id"),
                    List.of("level"),
                    "task",
                    "select id, version, level from warning",
                    true),
            new Told(
                    "monitoring.incident",
                    List.of("id"),
                    List.of("status", "entries", "title"),
                    "report",
                    "select id, version, status, entries, title from incident",
                    true),
            new Told(
                    "monitoring.feedback",
                    List.of("id"),
                    List.of("status"),
                    "report",
                    "select id, version, status from feedback",
                    true),
            new Told(
                    "monitoring.plan",
                    List.of("id"),
                    List.of("version", "status", "title"),
                    "indicator",
                    "select id, version, version, status, title from plan",
                    false),
            new Told(
                    "monitoring.indicator",
                    List.of("id"),
                    List.of("version", "name"),
                    "indicator",
                    "select id, version, version, name from indicator",
                    false),
            new Told(
                    "monitoring.unit",
                    List.of("code"),
                    List.of("version", "name"),
                    "indicator",
                    "select code, version, version, name from unit",
                    false));

    /// What was told of an aggregate so far.
    private static final class Story {
        private final Set<Long> versions = new TreeSet<>();
        private long highest = -1;
        private String highestTold = "";
        private String state = "";

        private void take(long version, String newState, String told) {
            versions.add(version);
            if (version > highest) {
                highest = version;
                highestTold = told;
                state = newState;
            }
        }
    }

    @Override
    public String name() {
        return "Topics tell every aggregate's states in order, to the last";
    }

    @Override
    public CheckResult check(Evidence evidence) {
        List<String> violations = new ArrayList<>();
        List<String> counted = new ArrayList<>();
        for (Told told : ALL) {
            List<TopicRecord> records = evidence.topic(told.topic());
            Map<String, Story> stories = stories(told, records, violations);
            compare(told, stories, evidence.rows(told.database(), told.sql()), violations);
            counted.add("%s %,d of %,d".formatted(told.topic(), records.size(), stories.size()));
        }
        return CheckResult.of(name(), String.join(", ", counted), violations);
    }

    private static Map<String, Story> stories(Told told, List<TopicRecord> records, List<String> violations) {
        Map<String, Story> stories = new HashMap<>();
        Map<String, Long> lastByKey = new HashMap<>();
        Set<String> events = new HashSet<>();
        for (TopicRecord fact : records) {
            if (!events.add(fact.event())) {
                continue;
            }
            JsonNode data = fact.data();
            if (data.has(BATCH)) {
                data.path(BATCH).forEach(figure -> take(told, fact, figure, stories, lastByKey, violations));
            } else {
                take(told, fact, data, stories, lastByKey, violations);
            }
        }
        return stories;
    }

    /// The order holds among the records of one key: a figure of a batch stands under its unit's.
    private static void take(
            Told told,
            TopicRecord fact,
            JsonNode data,
            Map<String, Story> stories,
            Map<String, Long> lastByKey,
            List<String> violations) {
        String aggregate = text(data, told.aggregate(), " ");
        long version = data.path("version").asLong();
        Story story = stories.computeIfAbsent(aggregate, _ -> new Story());
        Long before = lastByKey.put(fact.key() + " " + aggregate, version);
        if (before != null && version <= before) {
            violations.add("version %d of %s comes after version %d (%s): %s"
                    .formatted(version, aggregate, before, story.highestTold, fact.told()));
        }
        story.take(version, text(data, told.state(), " | "), fact.told());
    }

    private static void compare(Told told, Map<String, Story> stories, List<Row> rows, List<String> violations) {
        Set<String> known = new HashSet<>();
        for (Row row : rows) {
            known.add(row.text(0));
            Story story = stories.get(row.text(0));
            if (story == null) {
                violations.add("%s tells nothing of %s [%s]".formatted(told.topic(), row.text(0), row.from(1)));
                continue;
            }
            if (!story.state.equals(row.from(2)) || (told.whole() && story.highest != row.number(1))) {
                violations.add("%s ends for %s with version %d [%s], the database has version %s [%s]: %s"
                        .formatted(
                                told.topic(),
                                row.text(0),
                                story.highest,
                                story.state,
                                row.text(1),
                                row.from(2),
                                story.highestTold));
            }
            long first = story.versions.iterator().next();
            if (told.whole() && (first > 1 || story.versions.size() != story.highest - first + 1)) {
                violations.add(
                        "%s leaves out versions of %s: it has %s".formatted(told.topic(), row.text(0), story.versions));
            }
        }
        stories.forEach((aggregate, story) -> {
            if (!known.contains(aggregate)) {
                violations.add("%s tells of %s, which the database does not have: %s"
                        .formatted(told.topic(), aggregate, story.highestTold));
            }
        });
    }

    private static String text(JsonNode data, List<String> members, String between) {
        return String.join(
                between,
                members.stream()
                        .map(member ->
                                data.hasNonNull(member) ? data.path(member).asText() : Row.NULL)
                        .toList());
    }
}
