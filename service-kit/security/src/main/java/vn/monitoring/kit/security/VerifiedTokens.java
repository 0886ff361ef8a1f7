package vn.monitoring.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Remembers access tokens whose signature, issuer, audience and expiry were checked, so that a client that sends one
/// token with a thousand requests pays for one check.
///
/// Known by the token's SHA-256, at most 10,000 of them, none longer than it is valid. A token that is not
/// remembered goes the usual way; one that fails is never remembered.
@ApplicationScoped
public class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {

    /// The claim, and the attribute of an identity, that holds the codes of the caller's units.
    static final String UNITS = "units";

    private static final int MOST = 10_000;

    /// That of a provider that does not say its own ([IdentityProvider#priority]).
    private static final int DEFAULT_PRIORITY = 1001;

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

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /// Asked before the provider that checks signatures: the higher comes first.
    @Override
    public int priority() {
        return DEFAULT_PRIORITY + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        if (!(request.getToken() instanceof AccessTokenCredential)) {
            return Uni.createFrom().nullItem();
        }
        @Nullable Known token = known.getIfPresent(hash(request.getToken().getToken()));
        return token == null || !token.expiresAt().isAfter(Instant.now())
                ? Uni.createFrom().nullItem()
                : Uni.createFrom().item(token.identity());
    }

    /// Reads from a token that was just checked what every request asks of it, and remembers both.
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getAttribute(UNITS) != null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        QuarkusSecurityIdentity.Builder builder =
                QuarkusSecurityIdentity.builder(identity).addAttribute(UNITS, unitsOf(token));
        if (identity.getRoles().stream().anyMatch(Role.ALL::contains)) {
            builder.addRole(Role.EVERY);
        }
        SecurityIdentity whole = builder.build();
        String raw = token.getRawToken();
        if (raw != null) {
            known.put(hash(raw), new Known(whole, Instant.ofEpochSecond(token.getExpirationTime())));
        }
        return Uni.createFrom().item(whole);
    }

    private static List<String> unitsOf(JsonWebToken token) {
        return token.getClaim(UNITS) instanceof JsonArray units
                ? units.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
