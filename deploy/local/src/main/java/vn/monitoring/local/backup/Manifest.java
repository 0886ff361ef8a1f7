package vn.monitoring.local.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/// What a backup holds, as `manifest.json` in its folder tells; written last, so that a backup without
/// one is none.
///
/// @param format of the backup's folder; another one is refused
/// @param restorePoint the name of the point in PostgreSQL's log at which all databases come back
/// @param takenAt the moment of that point (RFC 3339)
/// @param lsn that point's place in the log
/// @param postgresql the server's version; its files fit the same major version only
/// @param heldMillis how long events waited for the point
/// @param seconds how long the backup took
/// @param databases their sizes in bytes
/// @param serverBytes what PostgreSQL's files take when they are unpacked
public record Manifest(
        int format,
        String restorePoint,
        String takenAt,
        String lsn,
        String postgresql,
        double heldMillis,
        double seconds,
        Map<String, Long> databases,
        long serverBytes,
        List<Topic> topics,
        List<Position> positions,
        List<Entry> files) {

    public static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param settings those that differ from the broker's own
    public record Topic(String name, Map<String, String> settings, List<Partition> partitions) {}

    /// @param begin the offset of the log's beginning
    /// @param end the offset that the next record would have had at the restore point
    /// @param bytes of the log when it is unpacked
    public record Partition(int number, long begin, long end, long records, long bytes) {}

    /// The next offset that a consumer group was to read: everything below it had taken effect before the
    /// restore point.
    public record Position(String group, String topic, int partition, long offset) {}

    /// A file of the backup.
    ///
    /// @param path below the backup's folder, with `/`
    public record Entry(String path, long bytes, String sha256) {}

    /// What the files of the backup take.
    public long bytes() {
        return files.stream().mapToLong(Entry::bytes).sum();
    }

    public long records() {
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream())
                .mapToLong(Partition::records)
                .sum();
    }

    /// As `manifest.json` has it.
    public String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    long unpackedBytes() {
        return serverBytes
                + topics.stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .mapToLong(Partition::bytes)
                        .sum();
    }
}
