package vn.monitoring.report.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.inbox.Inbox;
import vn.monitoring.kit.inbox.ReceivedFact;
import vn.monitoring.kit.outbox.Fact;
import vn.monitoring.kit.outbox.Outbox;
import vn.monitoring.kit.text.Text;
import vn.monitoring.report.fact.Indicators;
import vn.monitoring.report.fact.Indicators.Indicator;
import vn.monitoring.report.unit.ReportingUnit;
import vn.monitoring.report.unit.Units;

/// Turns facts into entries of the feed, once each, through the outbox.
///
/// All entries have one key, so that they leave through one shard and keep the order in which they were appended.
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

    FeedWriter(Inbox inbox, Outbox outbox, Indicators indicators, Units units) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.indicators = indicators;
        this.units = units;
    }

    @Incoming("feed-measurements")
    @Blocking
    void receiveMeasurement(ConsumerRecord<String, byte[]> message) {
        inbox.receive(CONSUMER, message, fact -> {
            if (fact.data().has("figures")) {
                String unitCode = fact.data().path("responsibleUnitCode").asText();
                append(fact, unitCode, FeedTitles.figures(fact.type(), fact.data(), nameOf(unitCode)));
                return;
            }
            Optional<Indicator> indicator = indicatorOf(fact.data());
            String name = indicator
                    .map(known -> FeedTitles.numbered(Objects.requireNonNullElse(known.number(), ""), known.name()))
                    .orElse("");
            append(fact, responsible(fact.data(), indicator), FeedTitles.measurement(fact.type(), fact.data(), name));
        });
    }

    @Incoming("feed-grades")
    @Blocking
    void receiveGrade(ConsumerRecord<String, byte[]> message) {
        inbox.receive(
                CONSUMER,
                message,
                fact -> append(
                        fact, responsible(fact.data(), indicatorOf(fact.data())), FeedTitles.grade(fact.data())));
    }

    @Incoming("feed-tasks")
    @Blocking
    void receiveTask(ConsumerRecord<String, byte[]> message) {
        inbox.receive(
                CONSUMER,
                message,
                fact -> append(
                        fact, responsible(fact.data(), Optional.empty()), FeedTitles.task(fact.type(), fact.data())));
    }

    @Incoming("feed-reports")
    @Blocking
    void receiveReport(ConsumerRecord<String, byte[]> message) {
        inbox.receive(CONSUMER, message, fact -> {
            String unitCode = fact.data().path("unitCode").asText();
            append(fact, unitCode, FeedTitles.report(fact.type(), fact.data(), nameOf(unitCode)));
        });
    }

    private void append(ReceivedFact fact, String unitCode, Text title) {
        FeedEntry entry =
                new FeedEntry(fact.id(), fact.type(), unitCode, fact.subject(), fact.time(), title, fact.data());
        outbox.append(new Fact(TOPIC, TYPE, KEY, fact.time(), entry));
    }

    private String nameOf(String unitCode) {
        return units.find(unitCode).map(ReportingUnit::name).orElse(unitCode);
    }

    private Optional<Indicator> indicatorOf(JsonNode data) {
        return data.hasNonNull("indicatorId")
                ? indicators.find(UUID.fromString(data.get("indicatorId").asText()))
                : Optional.empty();
    }

    /// As the fact says, else as the indicator's replica knows, else the unit that issued the plan: that shows an
    /// entry to fewer people, never to more.
    private static String responsible(JsonNode data, Optional<Indicator> indicator) {
        @Nullable
        String told = data.hasNonNull("responsibleUnitCode")
                ? data.get("responsibleUnitCode").asText()
                : null;
        if (told != null) {
            return told;
        }
        return indicator
                .map(Indicator::responsibleUnitCode)
                .orElse(data.path("unitCode").asText());
    }
}
