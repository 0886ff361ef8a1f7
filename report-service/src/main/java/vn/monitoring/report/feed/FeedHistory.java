package vn.monitoring.report.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import vn.monitoring.kit.inbox.ReceivedFact;

/// Reads entries that are older than the window from Kafka, for a subscriber that was away for long; for a
/// few at a time, the others wait.
@ApplicationScoped
class FeedHistory {

    private static final Logger LOG = Logger.getLogger(FeedHistory.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int READING_AT_ONCE = 16;

    private final FeedTopic topic;
    private final Semaphore turns = new Semaphore(READING_AT_ONCE);

    FeedHistory(FeedTopic topic) {
        this.topic = topic;
    }

    static long endOf(KafkaConsumer<?, ?> consumer) {
        return offset(consumer.endOffsets(List.of(FeedTopic.PARTITION)));
    }

    static long beginningOf(KafkaConsumer<?, ?> consumer) {
        return offset(consumer.beginningOffsets(List.of(FeedTopic.PARTITION)));
    }

    /// Brings a subscription from its place up to the live window; a place that the topic no longer (or
    /// never) held resets it, one that only this replica has not come to yet does not. While Kafka is away
    /// the stream ends, and the client resumes by its last id.
    ///
    /// @throws IOException when the client is gone
    void catchUp(FeedSubscription subscription) throws IOException {
        turns.acquireUninterruptibly();
        try {
            read(subscription);
        } catch (KafkaException e) {
            LOG.warnf("a subscriber's history cannot be read: %s", e.getMessage());
            subscription.finish();
        } finally {
            turns.release();
        }
    }

    private void read(FeedSubscription subscription) throws IOException {
        long from = subscription.place();
        try (KafkaConsumer<String, byte[]> consumer = topic.open()) {
            long end = endOf(consumer);
            long beginning = beginningOf(consumer);
            if (from < beginning || from > end) {
                subscription.reset(end);
                return;
            }
            consumer.seek(FeedTopic.PARTITION, Math.max(beginning, from - EventIds.LOOK_BACK));
            EventIds seen = new EventIds(EventIds.LOOK_BACK);
            while (!subscription.reachesWindow() && !subscription.isEnding()) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                    if (seen.isNew(PlacedEntry.idOf(message)) && message.offset() >= from) {
                        take(subscription, message);
                    }
                }
                subscription.goTo(consumer.position(FeedTopic.PARTITION));
            }
        }
    }

    private static void take(FeedSubscription subscription, ConsumerRecord<String, byte[]> message) throws IOException {
        PlacedEntry entry;
        try {
            entry = PlacedEntry.from(message);
        } catch (ReceivedFact.UnreadableFactException e) {
            LOG.debugf("skipped: %s", e.getMessage());
            return;
        }
        subscription.take(entry);
    }

    private static long offset(Map<?, Long> offsets) {
        return offsets.values().iterator().next();
    }
}
