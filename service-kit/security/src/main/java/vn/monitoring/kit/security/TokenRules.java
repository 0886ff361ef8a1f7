package vn.monitoring.kit.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/// What this platform demands of a token beyond signature, issuer, audience and expiry.
///
/// A token cannot be called back: a person who was disabled, or lost a role, works on until it expires. The
/// realm gives five minutes. Nobody would notice a realm that gives a day; so a token that lives longer
/// than `monitoring.tokens.longest-life` (TOKEN_LONGEST_LIFE, ten minutes) is refused, loudly, rather than
/// believed.
@ApplicationScoped
class TokenRules {

    private static final Logger LOG = Logger.getLogger(TokenRules.class);

    /// Of the demo realm, where a password that everybody knows is exchanged for a token.
    private static final Set<String> DEMO_CLIENTS = Set.of("demo-cli");

    private final PlatformMode mode;
    private final Duration longestLife;
    private final int leeway;

    TokenRules(
            PlatformMode mode,
            @ConfigProperty(name = "monitoring.tokens.longest-life") Duration longestLife,
            @ConfigProperty(name = "quarkus.oidc.token.lifespan-grace") int leeway) {
        this.mode = mode;
        this.longestLife = longestLife;
        this.leeway = leeway;
    }

    /// What is wrong with a token whose signature was checked, or empty.
    Optional<String> fault(JsonWebToken token) {
        long issued = token.getIssuedAtTime();
        long expires = token.getExpirationTime();
        if (issued <= 0 || expires <= 0 || expires > Instant.MAX.getEpochSecond()) {
            return Optional.of("the token does not say when it was issued and when it expires");
        }
        if (issued - leeway > Instant.now().getEpochSecond()) {
            return Optional.of("the token is not valid yet: compare the clocks");
        }
        if (expires - issued > longestLife.toSeconds()) {
            LOG.warnf(
                    "refused a token of client %s that lives %s: the realm's access tokens must not live longer than %s"
                            + " (TOKEN_LONGEST_LIFE)",
                    token.<Object>getClaim("azp"), Duration.ofSeconds(expires - issued), longestLife);
            return Optional.of("the token lives longer than this platform accepts");
        }
        if (mode.isProduction()
                && token.<Object>getClaim("azp") instanceof String client
                && DEMO_CLIENTS.contains(client)) {
            LOG.errorf(
                    "refused a token of the demo's client %s: the realm of ISSUER is the demo's or has its client",
                    client);
            return Optional.of("the token was issued to a client of the demo");
        }
        return Optional.empty();
    }
}
