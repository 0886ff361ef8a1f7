package vn.monitoring.report.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.inbox.ReceivedFact;

/// Follows the feed's topic into the [FeedWindow] and tells the streams that there is more.
///
/// Tries again for as long as Kafka is away, from where it was. A topic that no longer holds that place was
/// made anew: then the window begins anew, and subscribers are told to reload.
@ApplicationScoped
class FeedReader {

    private static final Logger LOG = Logger.getLogger(FeedReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    /// Entries that come within this time after others are sent with the next ones: a thousand streams are
    /// then written to ten times a second, not at each entry.
    private static final long GATHER_MILLIS = 100;

    private final FeedTopic topic;
    private final FeedStreams streams;
    private final int capacity;
    private final long mostBytes;
    private volatile @Nullable KafkaConsumer<String, byte[]> current;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running = true;

    FeedReader(
            FeedTopic topic,
            FeedStreams streams,
            @ConfigProperty(name = "monitoring.feed.window") int capacity,
            @ConfigProperty(name = "monitoring.feed.window-bytes") long mostBytes) {
        this.topic = topic;
        this.streams = streams;
        this.capacity = capacity;
        this.mostBytes = mostBytes;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("feed-reader").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        KafkaConsumer<String, byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        stopped.countDown();
    }

    private void run() {
        try {
            followForGood();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void followForGood() throws InterruptedException {
        long pause = 100;
        @Nullable FeedWindow window = null;
        while (running) {
            try {
                topic.ensureExists();
                try (KafkaConsumer<String, byte[]> consumer = topic.open()) {
                    current = consumer;
                    window = stand(consumer, window);
                    pause = 100;
                    follow(consumer, window);
                }
            } catch (OffsetOutOfRangeException e) {
                LOG.warnf("the feed begins anew: %s", e.getMessage());
                window = null;
            } catch (WakeupException e) {
                LOG.debug("the feed's reader stops");
            } catch (KafkaException e) {
                if (running && pause == 100) {
                    LOG.warnf("the feed waits for Kafka: %s", e.getMessage());
                }
                pause = pause(pause);
            }
        }
    }

    /// Puts the consumer where the window ends, or begins a window with the newest entries.
    private FeedWindow stand(KafkaConsumer<String, byte[]> consumer, @Nullable FeedWindow window) {
        long end = FeedHistory.endOf(consumer);
        if (window != null && window.end() <= end) {
            consumer.seek(FeedTopic.PARTITION, window.end());
            return window;
        }
        long start = Math.max(FeedHistory.beginningOf(consumer), end - capacity - EventIds.LOOK_BACK);
        consumer.seek(FeedTopic.PARTITION, start);
        FeedWindow fresh = new FeedWindow(capacity, mostBytes, start);
        while (fresh.end() < end && running) {
            read(consumer, fresh);
        }
        streams.begin(fresh);
        return fresh;
    }

    private void follow(KafkaConsumer<String, byte[]> consumer, FeedWindow window) throws InterruptedException {
        while (running) {
            if (read(consumer, window)) {
                streams.wake();
                pause(GATHER_MILLIS);
            }
        }
    }

    private static boolean read(KafkaConsumer<String, byte[]> consumer, FeedWindow window) {
        ConsumerRecords<String, byte[]> messages = consumer.poll(POLL);
        for (ConsumerRecord<String, byte[]> message : messages) {
            try {
                window.append(PlacedEntry.from(message));
            } catch (ReceivedFact.UnreadableFactException e) {
                LOG.errorf("the feed holds a message that is no entry: %s", e.getMessage());
                window.skipTo(message.offset() + 1);
            }
        }
        window.skipTo(consumer.position(FeedTopic.PARTITION));
        return !messages.isEmpty();
    }

    private long pause(long millis) throws InterruptedException {
        if (stopped.await(millis, TimeUnit.MILLISECONDS)) {
            running = false;
        }
        return Math.min(millis * 2, LONGEST_PAUSE_MILLIS);
    }
}
