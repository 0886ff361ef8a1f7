package vn.monitoring.kit.testing;

import io.smallrye.jwt.build.Jwt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Access tokens for tests, good ones and bad ones:
/// `Tokens.as("reporter-10675").roles("reporter").units("10675").token()`.
public final class Tokens {

    private static final Set<String> SERVICES = Set.of("indicator-service", "task-service", "report-service");

    private final String username;
    private List<String> roles = List.of();
    private List<String> units = List.of();
    private Set<String> audience = SERVICES;
    private String issuer = TokenIssuer.shared().issuer();
    private Instant expiry = Instant.now().plusSeconds(300);

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
        this.audience = Set.of(audience);
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

    public String token() {
        return Jwt.issuer(issuer)
                .subject("subject-of-" + username)
                .claim("preferred_username", username)
                .claim("realm_access", Map.of("roles", roles))
                .claim("units", units)
                .audience(audience)
                .issuedAt(expiry.minusSeconds(300))
                .expiresAt(expiry)
                .jws()
                .keyId(TokenIssuer.KEY_ID)
                .sign(TokenIssuer.shared().privateKey());
    }
}
