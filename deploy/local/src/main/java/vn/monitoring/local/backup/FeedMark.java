package vn.monitoring.local.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.MemoryRecordsBuilder;
import org.apache.kafka.common.record.TimestampType;

/// An entry of the feed, far behind those of the backup, that says that the platform was restored; it
/// belongs to no unit, so that nobody is shown it.
///
/// A place in the feed is the id that a dashboard resumes by. After the restore point the lost platform
/// gave out further ones; were they given out again, a dashboard that holds one of them would miss the
/// entries before it without a word.
final class FeedMark {

    /// More entries than are written between a backup and a restore; a browser counts exactly up to 2^53.
    static final long GAP = 1_000_000_000;

    private static final String TOPIC = "monitoring.feed";
    private static final String KEY = "feed";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Manifest manifest;
    private final Instant now = Instant.now();

    FeedMark(Manifest manifest) {
        this.manifest = manifest;
    }

    /// Where a partition ends when the mark is in it.
    long endOf(Manifest.Topic topic, Manifest.Partition partition) {
        return partition.end() + (topic.name().equals(TOPIC) ? GAP : 0);
    }

    /// Adds the mark to the feed's log as a segment of its own.
    void writeInto(Path logs) throws IOException {
        for (Manifest.Topic topic : manifest.topics()) {
            if (topic.name().equals(TOPIC)) {
                write(
                        logs.resolve(TOPIC + "-0"),
                        endOf(topic, topic.partitions().getFirst()) - 1);
            }
        }
    }

    private void write(Path log, long offset) throws IOException {
        try (MemoryRecordsBuilder records =
                MemoryRecords.builder(ByteBuffer.allocate(1024), Compression.NONE, TimestampType.CREATE_TIME, offset)) {
            String id = UUID.randomUUID().toString();
            records.appendWithOffset(
                    offset, now.toEpochMilli(), KEY.getBytes(StandardCharsets.UTF_8), entry(id), headers(id));
            try (FileChannel file = FileChannel.open(
                    log.resolve(PartitionFiles.segmentName(offset)),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE)) {
                ByteBuffer batch = records.build().buffer();
                while (batch.hasRemaining()) {
                    file.write(batch);
                }
            }
        }
    }

    private byte[] entry(String id) throws JsonProcessingException {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", id);
        entry.put("type", "vn.monitoring.platform.restored.v1");
        entry.put("unitCode", "-");
        entry.put("subject", manifest.restorePoint());
        entry.put("occurredAt", now.toString());
        entry.put(
                "title",
                Map.of(
                        "vi", "Hệ thống đã được khôi phục từ bản sao lưu " + manifest.takenAt(),
                        "en", "The platform was restored from the backup of " + manifest.takenAt()));
        entry.put("data", Map.of("restorePoint", manifest.restorePoint(), "takenAt", manifest.takenAt()));
        return JSON.writeValueAsBytes(entry);
    }

    /// Those of a CloudEvent in binary mode, as every entry has them.
    private Header[] headers(String id) {
        return Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id,
                        "ce_type", "vn.monitoring.feed.appended.v1",
                        "ce_source", "/restore",
                        "ce_subject", KEY,
                        "ce_time", now.toString(),
                        "content-type", "application/json")
                .entrySet()
                .stream()
                .map(header ->
                        new RecordHeader(header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8)))
                .toArray(Header[]::new);
    }
}
