package vn.monitoring.report.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import vn.monitoring.kit.audit.Audit;
import vn.monitoring.kit.security.Sealed;

/// The senders' data, sealed and bound to their feedback, read by [#read] only.
@ApplicationScoped
class SenderStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntityManager entities;
    private final Sealed sealed;
    private final Audit audit;

    SenderStore(EntityManager entities, Sealed sealed, Audit audit) {
        this.entities = entities;
        this.sealed = sealed;
        this.audit = audit;
    }

    void add(UUID feedbackId, Sender sender) {
        entities.createNativeQuery("insert into feedback_sender (feedback_id, sealed) values (:id, :sealed)")
                .setParameter("id", feedbackId)
                .setParameter("sealed", sealed.seal(write(sender), purpose(feedbackId)))
                .executeUpdate();
    }

    /// Opens the data and notes the reading in the audit trail, in one transaction: nothing is read that is not noted.
    ///
    /// @param unitCode the receiver, whose trail it is
    /// @param purpose why it is read, in the reader's words
    Optional<Sender> read(UUID feedbackId, String unitCode, String purpose) {
        Optional<String> found = entities.createNativeQuery(
                        "select sealed from feedback_sender where feedback_id = :id", String.class)
                .setParameter("id", feedbackId)
                .getResultStream()
                .findFirst()
                .map(String.class::cast);
        if (found.isPresent()) {
            audit.access("feedback_sender", feedbackId.toString(), unitCode, "sender: " + purpose);
        }
        return found.map(text -> open(feedbackId, text));
    }

    private Sender open(UUID feedbackId, String text) {
        try {
            return JSON.readValue(sealed.open(text, purpose(feedbackId)), Sender.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the sender of feedback " + feedbackId + " is unreadable", e);
        }
    }

    private static String write(Sender sender) {
        try {
            return JSON.writeValueAsString(sender);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String purpose(UUID feedbackId) {
        return "feedback.sender:" + feedbackId;
    }
}
