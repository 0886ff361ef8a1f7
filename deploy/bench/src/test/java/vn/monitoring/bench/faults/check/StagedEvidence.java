package vn.monitoring.bench.faults.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.monitoring.bench.faults.work.JournalLine;
import vn.monitoring.bench.faults.work.Outcome;
import vn.monitoring.bench.faults.work.Recording;

/// Evidence made up for a test: what was recorded, and what databases and topics hold.
final class StagedEvidence implements Evidence {

    static final String RUN = "r1";
    static final Instant AT = Instant.parse("2026-11-23T03:00:00Z");

    private final Recording recording = new Recording();
    private final Map<String, List<Row>> rows = new HashMap<>();
    private final Map<String, List<TopicRecord>> topics = new HashMap<>();

    StagedEvidence() {
        recording.take(new JournalLine.Begun(RUN, AT));
    }

    /// A write that was sent and ended.
    ///
    /// @param marker also its key
    StagedEvidence wrote(String operation, String marker, String subject, Outcome outcome) {
        return wrote(operation, marker, subject, outcome, 1, List.of());
    }

    StagedEvidence wrote(
            String operation, String marker, String subject, Outcome outcome, int rowsOfBatch, List<Integer> failed) {
        recording.take(
                new JournalLine.Meant(marker, marker.split("\\.", -1)[1], operation, marker, rowsOfBatch, subject));
        recording.take(new JournalLine.Sent(marker, 1, AT));
        recording.take(new JournalLine.Ended(marker, outcome, failed, AT));
        return this;
    }

    StagedEvidence answered(String key, int status, String id, long version) {
        recording.take(new JournalLine.Answered(key, 1, AT, status, "", id, version));
        return this;
    }

    StagedEvidence recorded(JournalLine line) {
        recording.take(line);
        return this;
    }

    StagedEvidence row(String database, String sql, String... columns) {
        rows.computeIfAbsent(database + sql, _ -> new ArrayList<>()).add(Row.of(columns));
        return this;
    }

    /// The next record of a topic's only partition.
    StagedEvidence told(String topic, String key, String event, String type, String json) {
        List<TopicRecord> records = topics.computeIfAbsent(topic, _ -> new ArrayList<>());
        records.add(new TopicRecord(topic, 0, records.size(), key, event, "vn.monitoring." + type + ".v1", json));
        return this;
    }

    @Override
    public Recording recording() {
        return recording;
    }

    @Override
    public List<Row> rows(String database, String sql) {
        return rows.getOrDefault(database + sql, List.of());
    }

    @Override
    public List<TopicRecord> topic(String name) {
        return topics.getOrDefault(name, List.of());
    }
}
