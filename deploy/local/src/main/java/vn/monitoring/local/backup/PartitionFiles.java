package vn.monitoring.local.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.MemoryRecordsBuilder;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/// The log of one partition as files that a broker takes for its own: segments of record batches (format
/// 2), each file named by its base offset, every record at the offset it had.
///
/// The batches name no producer and no leader epoch: both belong to the broker that wrote them first, and
/// another one gives the same numbers to others.
final class PartitionFiles {

    private static final int BATCH_BYTES = 1 << 18;

    /// A broker cannot address more than two gigabytes in a segment.
    private static final long SEGMENT_BYTES = 512L << 20;

    private final TopicPartition partition;
    private final long begin;
    private final BackupWriter writer;
    private @Nullable OutputStream segment;
    private long segmentBase;
    private long segmentBytes;
    private long next;
    private long records;
    private long bytes;

    PartitionFiles(TopicPartition partition, long begin, BackupWriter writer) {
        this.partition = partition;
        this.begin = begin;
        this.next = begin;
        this.writer = writer;
    }

    /// @return where the files of a partition are in the backup, with `/` at the end
    static String folder(String topic, int partition) {
        return "topics/" + topic + "-" + partition + "/";
    }

    static String segmentName(long baseOffset) {
        return "%020d.log".formatted(baseOffset);
    }

    long records() {
        return records;
    }

    /// Appends records, which come in the order of their offsets.
    void append(List<ConsumerRecord<byte[], byte[]>> messages) throws IOException {
        int from = 0;
        while (from < messages.size()) {
            int size = 0;
            int to = from;
            while (to < messages.size() && size < BATCH_BYTES) {
                ConsumerRecord<byte[], byte[]> message = messages.get(to++);
                size += Math.max(0, message.serializedKeySize()) + Math.max(0, message.serializedValueSize());
            }
            write(messages.subList(from, to));
            from = to;
        }
    }

    private void write(List<ConsumerRecord<byte[], byte[]>> messages) throws IOException {
        long first = messages.getFirst().offset();
        OutputStream out = segmentFor(first, messages.getLast().offset());
        ByteBuffer batch = batch(messages);
        out.write(batch.array(), batch.arrayOffset() + batch.position(), batch.remaining());
        segmentBytes += batch.remaining();
        bytes += batch.remaining();
        records += messages.size();
        next = messages.getLast().offset() + 1;
    }

    private static ByteBuffer batch(List<ConsumerRecord<byte[], byte[]>> messages) {
        long base = messages.getFirst().offset();
        try (MemoryRecordsBuilder builder = MemoryRecords.builder(
                ByteBuffer.allocate(BATCH_BYTES), Compression.NONE, TimestampType.CREATE_TIME, base)) {
            for (ConsumerRecord<byte[], byte[]> message : messages) {
                builder.appendWithOffset(
                        message.offset(),
                        message.timestamp(),
                        message.key(),
                        message.value(),
                        message.headers().toArray());
            }
            return builder.build().buffer();
        }
    }

    /// The first segment's name tells where the log begins, even when its first record stands further on.
    private OutputStream segmentFor(long first, long last) throws IOException {
        if (segment == null) {
            return open(begin);
        }
        if (segmentBytes > SEGMENT_BYTES || last - segmentBase > Integer.MAX_VALUE) {
            segment.close();
            return open(first);
        }
        return segment;
    }

    private OutputStream open(long base) throws IOException {
        OutputStream opened =
                writer.createCompressed(folder(partition.topic(), partition.partition()) + segmentName(base) + ".zst");
        segment = opened;
        segmentBase = base;
        segmentBytes = 0;
        return opened;
    }

    /// Closes the files.
    ///
    /// @param end the offset that the next record would have had; told by an empty segment when no record
    /// stands directly before it
    Manifest.Partition finish(long end) throws IOException {
        OutputStream last = segment == null ? open(begin) : segment;
        last.close();
        if (next < end) {
            open(end).close();
        }
        return new Manifest.Partition(partition.partition(), begin, end, records, bytes);
    }
}
