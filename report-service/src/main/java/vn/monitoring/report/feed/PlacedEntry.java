package vn.monitoring.report.feed;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import vn.monitoring.kit.inbox.ReceivedFact;

/// An entry of the feed at its place in the topic.
///
/// @param offset its place, which is the id of its server-sent event
/// @param eventId the CloudEvents id of its message; a second one with the same id is a duplicate
/// @param frame the whole server-sent event in UTF-8, made once for all subscribers
@SuppressWarnings("ArrayRecordComponent") // never compared, and shared as it is
record PlacedEntry(long offset, String eventId, String type, String unitCode, byte[] frame) {

    /// @throws ReceivedFact.UnreadableFactException when the message is none of ours
    static PlacedEntry from(ConsumerRecord<String, byte[]> message) {
        ReceivedFact fact = ReceivedFact.from(message);
        String json = new String(message.value(), StandardCharsets.UTF_8);
        return new PlacedEntry(
                message.offset(),
                fact.id(),
                fact.data().path("type").asText(),
                fact.data().path("unitCode").asText(),
                SseFrames.entry(message.offset(), json));
    }

    /// The id of a message without reading its body; empty when it has none.
    static String idOf(ConsumerRecord<String, byte[]> message) {
        Header header = message.headers().lastHeader("ce_id");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
