package vn.monitoring.report.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A webhook as a client sees it.
///
/// @param secret only in the answer that made it
@Schema(name = "Webhook")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookResponse(
        UUID id,
        String unitCode,
        String url,
        @Nullable String description,
        List<String> types,
        Webhook.Status status,
        Webhook.@Nullable DisabledReason disabledReason,

        @Nullable @Schema(description = "since when nothing was taken")
        Instant failingSince,

        @Nullable @Schema(description = "until then the earlier secret signs as well")
        Instant earlierSecretUntil,

        String createdBy,
        Instant createdAt,
        long version,

        @Nullable @Schema(description = "whsec_…; shown once, when it is made")
        String secret) {

    static WebhookResponse from(Webhook webhook) {
        return from(webhook, null);
    }

    static WebhookResponse from(Webhook webhook, @Nullable String secret) {
        return new WebhookResponse(
                webhook.id(),
                webhook.unitCode(),
                webhook.url(),
                webhook.description(),
                webhook.types(),
                webhook.status(),
                webhook.disabledReason(),
                webhook.failingSince(),
                webhook.earlierSecretUntil(),
                webhook.createdBy(),
                webhook.createdAt(),
                webhook.version(),
                secret);
    }
}
