package vn.monitoring.report.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.monitoring.kit.problem.Problem;

/// How much one contact may send a day.
///
/// Counts by a hash of contact and day under the sealing keys: the table tells nobody who wrote, and its rows go the
/// next
/// day. Addresses are bounded at the gateway.
@ApplicationScoped
class ContactLimit {

    private static final String ALGORITHM = "HmacSHA256";

    private final EntityManager entities;
    private final Optional<String> keys;
    private final int mostADay;

    ContactLimit(
            EntityManager entities,
            @ConfigProperty(name = "monitoring.sealing.keys") Optional<String> keys,
            @ConfigProperty(name = "monitoring.feedback.per-contact") int mostADay) {
        this.entities = entities;
        this.keys = keys;
        this.mostADay = mostADay;
    }

    /// Counts one more.
    /// @throws Problem 429 when it is too many
    void count(String contact, LocalDate today) {
        int sent = ((Number) entities.createNativeQuery("""
                        insert into feedback_contact (contact_hash, day, sent) values (:hash, :day, 1)
                        on conflict (contact_hash, day) do update set sent = feedback_contact.sent + 1 returning sent""")
                        .setParameter("hash", hash(contact, today))
                        .setParameter("day", today)
                        .getSingleResult())
                .intValue();
        if (sent > mostADay) {
            throw new Problem(
                            FeedbackProblem.TOO_MANY_FROM_CONTACT,
                            "Mỗi liên hệ gửi tối đa %d phản ánh, kiến nghị một ngày. Hãy gửi tiếp vào ngày mai."
                                    .formatted(mostADay),
                            "A contact sends at most %d a day. Send again tomorrow.".formatted(mostADay))
                    .with("mostADay", mostADay)
                    .retryAfter(Duration.ofDays(1));
        }
    }

    void forgetBefore(LocalDate today) {
        entities.createNativeQuery("delete from feedback_contact where day < :today")
                .setParameter("today", today)
                .executeUpdate();
    }

    private String hash(String contact, LocalDate day) {
        String key = keys.orElseThrow(() -> new IllegalStateException("no contact can be counted: set SEALING_KEYS"));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            String plain = contact.replaceAll("[\\s.-]", "").toLowerCase(Locale.ROOT);
            return HexFormat.of()
                    .formatHex(mac.doFinal(("feedback-contact " + day + " " + plain).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
