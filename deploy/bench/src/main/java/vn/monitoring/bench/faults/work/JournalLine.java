package vn.monitoring.bench.faults.work;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A line of the journal: something a client was about to do, was told, or heard. Instants are of the clients' clock.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "line")
@JsonSubTypes({
    @JsonSubTypes.Type(JournalLine.Begun.class),
    @JsonSubTypes.Type(JournalLine.Meant.class),
    @JsonSubTypes.Type(JournalLine.Sent.class),
    @JsonSubTypes.Type(JournalLine.Answered.class),
    @JsonSubTypes.Type(JournalLine.Ended.class),
    @JsonSubTypes.Type(JournalLine.Asked.class),
    @JsonSubTypes.Type(JournalLine.Connected.class),
    @JsonSubTypes.Type(JournalLine.Heard.class),
    @JsonSubTypes.Type(JournalLine.Reset.class),
    @JsonSubTypes.Type(JournalLine.Registered.class),
    @JsonSubTypes.Type(JournalLine.Delivered.class),
    @JsonSubTypes.Type(JournalLine.Edited.class),
    @JsonSubTypes.Type(JournalLine.Stopped.class)
})
public sealed interface JournalLine {

    /// The run begins.
    ///
    /// @param run the word with which all its markers begin
    record Begun(String run, Instant at) implements JournalLine {}

    /// A write is about to be sent.
    ///
    /// @param key its idempotency key, in the journal its name
    /// @param operation by the contract's operationId
    /// @param marker what is written into the data, so that it is found again; of row n of a batch `marker/n`
    /// @param rows 1, of a batch the number of its rows
    /// @param subject the aggregate that is changed, empty for a new one
    record Meant(String key, String actor, String operation, String marker, int rows, String subject)
            implements JournalLine {}

    /// It was sent, for the first time or again.
    record Sent(String key, int attempt, Instant at) implements JournalLine {}

    /// The attempt was answered, or it is clear that no answer comes.
    ///
    /// @param status 0 without an answer
    /// @param problem the problem's code, or why there is no answer; empty otherwise
    /// @param id of the aggregate, where the answer names it
    /// @param version by the answer's ETag
    record Answered(
            String key,
            int attempt,
            Instant at,
            int status,
            String problem,
            @Nullable String id,
            @Nullable Long version)
            implements JournalLine {}

    /// Nothing more is done about the write.
    ///
    /// @param failedRows of a batch: the rows that were refused, from 0
    record Ended(String key, Outcome outcome, List<Integer> failedRows, Instant at) implements JournalLine {}

    /// Something was read.
    ///
    /// @param status 0 without an answer
    record Asked(String actor, String what, int status, long milliseconds, Instant at) implements JournalLine {}

    /// A subscriber's stream was opened.
    ///
    /// @param place where it stands, the id of the last entry before it
    record Connected(String subscriber, String unit, String types, long place, Instant at) implements JournalLine {}

    /// A subscriber received an entry of the feed.
    record Heard(String subscriber, long place, String fact, Instant occurredAt, Instant at) implements JournalLine {}

    /// A subscriber was told that its place is lost.
    record Reset(String subscriber, long place, Instant at) implements JournalLine {}

    /// A webhook was registered.
    record Registered(String endpoint, String webhookId, String unit, String types, Instant at)
            implements JournalLine {}

    /// A webhook's message came in.
    ///
    /// @param status what the receiver answered
    /// @param content a digest of the body
    record Delivered(
            String endpoint,
            String message,
            String content,
            boolean signed,
            int status,
            @Nullable Instant occurredAt,
            Instant at)
            implements JournalLine {}

    /// An aggregate that several edit: where to look for what they did.
    ///
    /// @param operation by which it is edited
    record Edited(String operation, String subject, Map<String, String> place) implements JournalLine {}

    /// An actor ended by an error of its own; the run says nothing then.
    record Stopped(String actor, String why, Instant at) implements JournalLine {}
}
