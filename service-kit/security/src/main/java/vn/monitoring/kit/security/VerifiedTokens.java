package vn.monitoring.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// Remembers access tokens whose signature, issuer, audience and times were checked, so that a client that
/// sends one token with a thousand requests pays for one check.
///
/// Known by the token's SHA-256, at most 10,000 of them, none longer than it is valid. A token that fails
/// is never remembered. To be remembered says nothing of who sends it: the proof that belongs to a bound
/// token is checked each time, by [AccessTokens], the only one to ask here.
@ApplicationScoped
class VerifiedTokens {

    private static final int MOST = 10_000;

    private final Cache<String, Known> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.creating((String _, Known token) -> token.remaining()))
            .build();

    private record Known(SecurityIdentity identity, Instant expiresAt) {

        Duration remaining() {
            Duration left = Duration.between(Instant.now(), expiresAt);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }

    Optional<SecurityIdentity> find(String token) {
        return Optional.ofNullable(known.getIfPresent(hash(token)))
                .filter(found -> found.expiresAt().isAfter(Instant.now()))
                .map(Known::identity);
    }

    void remember(String token, SecurityIdentity identity, Instant expiresAt) {
        known.put(hash(token), new Known(identity, expiresAt));
    }

    /// Base64url of the SHA-256 of the token's characters: also what a proof's `ath` holds (RFC 9449, 4.2).
    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
