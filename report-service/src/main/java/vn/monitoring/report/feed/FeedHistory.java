package vn.monitoring.report.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import vn.monitoring.kit.inbox.ReceivedFact;

/// Reads entries that are older than the window from Kafka, for a subscriber that was away for long.
@ApplicationScoped
class FeedHistory {

    private static final Logger LOG = Logger.getLogger(FeedHistory.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final FeedTopic topic;

    FeedHistory(FeedTopic topic) {
        this.topic = topic;
    }

    static long endOf(KafkaConsumer<?, ?> consumer) {
        return offset(consumer.endOffsets(List.of(FeedTopic.PARTITION)));
    }

    static long beginningOf(KafkaConsumer<?, ?> consumer) {
        return offset(consumer.beginningOffsets(List.of(FeedTopic.PARTITION)));
    }

    /// Brings a subscription from its place up to the live window; a place that the topic no longer (or never)
    /// held resets it. While Kafka is away the stream ends, and the client resumes by its last id.
    void catchUp(FeedSubscription subscription) {
        long from = subscription.place();
        try (KafkaConsumer<String, byte[]> consumer = topic.open()) {
            long end = endOf(consumer);
            long beginning = beginningOf(consumer);
            if (from < beginning || from > end) {
                subscription.reset(end);
                return;
            }
            consumer.seek(FeedTopic.PARTITION, Math.max(beginning, from - FeedWindow.LOOK_BACK));
            Set<String> seen = new HashSet<>();
            while (!subscription.reachesWindow()) {
                List<PlacedEntry> entries = new ArrayList<>();
                for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                    if (seen.add(PlacedEntry.idOf(message)) && message.offset() >= from) {
                        add(entries, message);
                    }
                }
                if (!subscription.offer(entries, consumer.position(FeedTopic.PARTITION))) {
                    return;
                }
            }
        } catch (KafkaException e) {
            LOG.warnf("a subscriber's history cannot be read: %s", e.getMessage());
            subscription.finish();
        }
    }

    private static void add(List<PlacedEntry> entries, ConsumerRecord<String, byte[]> message) {
        try {
            entries.add(PlacedEntry.from(message));
        } catch (ReceivedFact.UnreadableFactException e) {
            LOG.debugf("skipped: %s", e.getMessage());
        }
    }

    private static long offset(Map<?, Long> offsets) {
        return offsets.values().iterator().next();
    }
}
