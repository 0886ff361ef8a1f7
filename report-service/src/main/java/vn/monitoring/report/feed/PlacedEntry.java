package vn.monitoring.report.feed;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import vn.monitoring.kit.inbox.ReceivedFact;

/// An entry of the feed at its place in the topic.
///
/// @param offset its place, which is the id of its server-sent event
/// @param eventId the CloudEvents id of its message; a second one with the same id is a duplicate
/// @param json the entry as it is sent
record PlacedEntry(long offset, String eventId, String type, String unitCode, String json) {

    /// @throws ReceivedFact.UnreadableFactException when the message is none of ours
    static PlacedEntry from(ConsumerRecord<String, byte[]> message) {
        ReceivedFact fact = ReceivedFact.from(message);
        return new PlacedEntry(
                message.offset(),
                fact.id(),
                fact.data().path("type").asText(),
                fact.data().path("unitCode").asText(),
                new String(message.value(), StandardCharsets.UTF_8));
    }

    /// The id of a message without reading its body; empty when it has none.
    static String idOf(ConsumerRecord<String, byte[]> message) {
        Header header = message.headers().lastHeader("ce_id");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
