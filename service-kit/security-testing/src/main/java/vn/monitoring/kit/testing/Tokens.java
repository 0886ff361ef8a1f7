package vn.monitoring.kit.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Access tokens for tests, good ones and bad ones:
/// `Tokens.as("reporter-10675").roles("reporter").units("10675").token()`.
public final class Tokens {

    private static final List<String> SERVICES = List.of("indicator-service", "task-service", "report-service");

    private final String username;
    private List<String> roles = List.of();
    private List<String> units = List.of();
    private List<String> audience = SERVICES;
    private String client = "dashboard";
    private String issuer = TokenIssuer.shared().issuer();
    private Instant expiry = Instant.now().plusSeconds(300);
    private Duration life = Duration.ofSeconds(300);
    private @Nullable String thumbprint;

    private Tokens(String username) {
        this.username = username;
    }

    public static Tokens as(String username) {
        return new Tokens(username);
    }

    public Tokens roles(String... roles) {
        this.roles = List.of(roles);
        return this;
    }

    public Tokens units(String... units) {
        this.units = List.of(units);
        return this;
    }

    public Tokens audience(String... audience) {
        this.audience = List.of(audience);
        return this;
    }

    /// Of the realm, to which the token was given (`azp`).
    public Tokens client(String client) {
        this.client = client;
        return this;
    }

    public Tokens issuer(String issuer) {
        this.issuer = issuer;
        return this;
    }

    public Tokens expiresAt(Instant expiry) {
        this.expiry = expiry;
        return this;
    }

    /// From its issue to its expiry.
    public Tokens lives(Duration life) {
        this.life = life;
        return this;
    }

    /// Binds the token to a key, as the issuer does when it is asked with a proof (RFC 9449, 6).
    public Tokens boundTo(ProofKey key) {
        this.thumbprint = key.thumbprint();
        return this;
    }

    public String token() {
        return TokenIssuer.shared().sign(header(), claims());
    }

    static Map<String, Object> header() {
        return new LinkedHashMap<>(Map.of("alg", "RS256", "typ", "JWT", "kid", TokenIssuer.KEY_ID));
    }

    Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", "subject-of-" + username);
        claims.put("aud", audience);
        claims.put("azp", client);
        claims.put("iat", expiry.minus(life).getEpochSecond());
        claims.put("exp", expiry.getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("preferred_username", username);
        claims.put("realm_access", Map.of("roles", roles));
        claims.put("units", units);
        if (thumbprint != null) {
            claims.put("cnf", Map.of("jkt", thumbprint));
        }
        return claims;
    }
}
