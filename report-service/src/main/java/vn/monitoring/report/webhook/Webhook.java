package vn.monitoring.report.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An endpoint of another system that is told what happens in a unit and below it.
///
/// @param types as a subscriber of the feed names them, empty for all
/// @param secret sealed; signs every message
/// @param earlierSecret sealed; signs as well until `earlierSecretUntil`
record Webhook(
        UUID id,
        String unitCode,
        String url,
        @Nullable String description,
        List<String> types,
        Status status,
        @Nullable DisabledReason disabledReason,
        @Nullable Instant failingSince,
        String secret,
        @Nullable String earlierSecret,
        @Nullable Instant earlierSecretUntil,
        String createdBy,
        Instant createdAt,
        long version) {

    enum Status {
        ACTIVE,
        DISABLED
    }

    enum DisabledReason {
        /// By a user.
        BY_HAND,
        /// The receiver answered 410.
        GONE,
        /// It took nothing for days.
        FAILING
    }

    /// What its secrets are sealed for.
    static String purposeOf(UUID id) {
        return "webhook.secret:" + id;
    }

    boolean isActive() {
        return status == Status.ACTIVE;
    }

    /// Shown in events and logs instead of the URL, whose path may hold a token of the receiver.
    String host() {
        return URI.create(url).getHost();
    }
}
