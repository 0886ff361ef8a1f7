package vn.monitoring.report.feed;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.monitoring.kit.inbox.Inbox;
import vn.monitoring.kit.inbox.ReceivedFact;
import vn.monitoring.kit.outbox.Fact;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.report.fact.Indicators;
import vn.monitoring.report.unit.ReportingUnit;
import vn.monitoring.report.unit.Units;

/// Turns facts into entries of the feed, once each, through the outbox: the records of a poll in one
/// transaction.
///
/// All entries have one key, so that they leave through one shard and keep the order in which they were
/// appended.
@ApplicationScoped
class FeedWriter {

    static final String TOPIC = "monitoring.feed";

    private static final String TYPE = "vn.monitoring.feed.appended.v1";
    private static final String KEY = "feed";
    private static final String CONSUMER = "feed";

    private final Inbox inbox;
    private final Outbox outbox;
    private final Indicators indicators;
    private final Units units;
    private final Event<FeedAppended> appended;

    FeedWriter(Inbox inbox, Outbox outbox, Indicators indicators, Units units, Event<FeedAppended> appended) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.indicators = indicators;
        this.units = units;
        this.appended = appended;
    }

    @Incoming("feed-measurements")
    @Blocking
    void receiveMeasurements(ConsumerRecords<String, byte[]> messages) {
        inbox.receiveAll(CONSUMER, messages, this::append);
    }

    @Incoming("feed-grades")
    @Blocking
    void receiveGrades(ConsumerRecords<String, byte[]> messages) {
        inbox.receiveAll(CONSUMER, messages, this::append);
    }

    @Incoming("feed-tasks")
    @Blocking
    void receiveTasks(ConsumerRecords<String, byte[]> messages) {
        inbox.receiveAll(CONSUMER, messages, this::append);
    }

    @Incoming("feed-warnings")
    @Blocking
    void receiveWarnings(ConsumerRecords<String, byte[]> messages) {
        inbox.receiveAll(CONSUMER, messages, this::append);
    }

    @Incoming("feed-reports")
    @Blocking
    void receiveReports(ConsumerRecords<String, byte[]> messages) {
        inbox.receiveAll(CONSUMER, messages, this::append);
    }

    @Incoming("feed-incidents")
    @Blocking
    void receiveIncidents(ConsumerRecords<String, byte[]> messages) {
        inbox.receiveAll(CONSUMER, messages, this::append);
    }

    @Incoming("feed-feedback")
    @Blocking
    void receiveFeedback(ConsumerRecords<String, byte[]> messages) {
        inbox.receiveAll(CONSUMER, messages, this::append);
    }

    @Incoming("feed-rankings")
    @Blocking
    void receiveRankings(ConsumerRecords<String, byte[]> messages) {
        inbox.receiveAll(CONSUMER, messages, this::append);
    }

    @Incoming("feed-webhooks")
    @Blocking
    void receiveWebhooks(ConsumerRecords<String, byte[]> messages) {
        inbox.receiveAll(CONSUMER, messages, this::append);
    }

    private void append(List<ReceivedFact> facts) {
        FeedKnowledge known = knowledgeFor(facts);
        List<FeedEntry> entries = facts.stream()
                .map(fact -> new FeedEntry(
                        fact.id(),
                        fact.type(),
                        known.unitOf(fact.data()),
                        fact.subject(),
                        fact.time(),
                        FeedTitles.of(fact.type(), fact.data(), known),
                        fact.data()))
                .toList();
        outbox.append(entries.stream()
                .map(entry -> new Fact(TOPIC, TYPE, KEY, entry.occurredAt(), entry))
                .toList());
        appended.fire(new FeedAppended(entries));
    }

    /// Asks once for all that the set's entries need to know.
    private FeedKnowledge knowledgeFor(List<ReceivedFact> facts) {
        FeedKnowledge known = new FeedKnowledge(
                indicators.find(facts.stream()
                        .filter(fact -> fact.data().hasNonNull("indicatorId"))
                        .map(fact ->
                                UUID.fromString(fact.data().get("indicatorId").asText()))
                        .collect(Collectors.toSet())),
                Map.of());
        return known.naming(
                units.find(facts.stream().map(fact -> known.unitOf(fact.data())).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(ReportingUnit::code, ReportingUnit::name)));
    }
}
