package vn.monitoring.report.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.monitoring.kit.security.Sealed;

/// The senders' data, sealed and bound to their feedback, and the log of who read them.
@ApplicationScoped
class SenderStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntityManager entities;
    private final Sealed sealed;

    SenderStore(EntityManager entities, Sealed sealed) {
        this.entities = entities;
        this.sealed = sealed;
    }

    void add(UUID feedbackId, Sender sender) {
        entities.createNativeQuery("insert into feedback_sender (feedback_id, sealed) values (:id, :sealed)")
                .setParameter("id", feedbackId)
                .setParameter("sealed", sealed.seal(write(sender), purpose(feedbackId)))
                .executeUpdate();
    }

    /// Opens the data and notes the reading, in one transaction: nothing is read that is not noted.
    Optional<Sender> read(UUID feedbackId, Instant now, String subject, String username, String purpose) {
        Optional<Sender> found = entities.createNativeQuery(
                        "select sealed from feedback_sender where feedback_id = :id", String.class)
                .setParameter("id", feedbackId)
                .getResultStream()
                .findFirst()
                .map(text -> open(feedbackId, (String) text));
        if (found.isPresent()) {
            entities.createNativeQuery("""
                            insert into feedback_access (feedback_id, read_at, subject, by_username, purpose)
                            values (:id, :now, :subject, :by, :purpose)""")
                    .setParameter("id", feedbackId)
                    .setParameter("now", now)
                    .setParameter("subject", subject)
                    .setParameter("by", username)
                    .setParameter("purpose", purpose)
                    .executeUpdate();
        }
        return found;
    }

    /// Who read them, the last first.
    @SuppressWarnings("unchecked")
    List<FeedbackResponse.Access> accesses(UUID feedbackId, int most) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select read_at, by_username, purpose from feedback_access
                        where feedback_id = :id order by id desc""")
                .setParameter("id", feedbackId)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(row -> new FeedbackResponse.Access((Instant) row[0], (String) row[1], (String) row[2]))
                .toList();
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
