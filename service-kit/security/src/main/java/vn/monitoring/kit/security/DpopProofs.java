package vn.monitoring.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/// Checks that whoever sends a bound token holds the key it is bound to (RFC 9449, 4.3): a stolen token
/// alone is of no use to the thief, a stolen request only within a minute and only once.
///
/// A proof's address is compared with the ones the public uses ([PublicAddresses]). Each proof is taken
/// once: its id is kept as long as it could be accepted, in this process, at most 100,000 of them; another
/// replica does not know it.
@ApplicationScoped
class DpopProofs {

    /// Characters. One with an RSA key of 4096 bits has about 2,000.
    private static final int LONGEST = 4096;

    private static final int LONGEST_ID = 256;
    private static final int MOST = 100_000;
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);
    private static final String TYPE = "dpop+jwt";

    private final PublicAddresses addresses;
    private final Duration window;
    private final Cache<String, Instant> seen;

    DpopProofs(PublicAddresses addresses, @ConfigProperty(name = "monitoring.dpop.window") Duration window) {
        this.addresses = addresses;
        this.window = window;
        this.seen = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(window.plus(CLOCKS_DIFFER).plus(CLOCKS_DIFFER))
                .build();
    }

    /// @param thumbprint of the key that the token is bound to
    /// @throws io.quarkus.security.AuthenticationFailedException when the request has no good proof,
    /// or one that was used before
    void require(HttpServerRequest request, String token, String thumbprint) {
        List<String> headers = request.headers().getAll("DPoP");
        if (headers.size() != 1) {
            throw refusal("send one header DPoP with a proof");
        }
        String text = headers.getFirst();
        if (text.length() > LONGEST) {
            throw refusal("the proof is too long");
        }
        try {
            JwtClaims claims = signed(text, thumbprint);
            requireClaims(claims, request, token);
            requireFirstUse(claims, thumbprint);
        } catch (JoseException | InvalidJwtException | MalformedClaimException e) {
            throw refusal("the proof cannot be read");
        }
    }

    private static JwtClaims signed(String text, String thumbprint) throws JoseException, InvalidJwtException {
        JsonWebSignature proof = new JsonWebSignature();
        proof.setAlgorithmConstraints(Algorithms.CONSTRAINTS);
        proof.setCompactSerialization(text);
        if (!TYPE.equals(proof.getObjectHeader("typ"))) {
            throw refusal("the type of the proof is not dpop+jwt");
        }
        if (!(proof.getObjectHeader("alg") instanceof String algorithm) || !Algorithms.ALLOWED.contains(algorithm)) {
            throw refusal("the proof is not signed by an algorithm that is accepted here");
        }
        PublicJsonWebKey key = key(proof);
        if (key == null) {
            throw refusal("the proof does not hold a public key");
        }
        if (!key.calculateBase64urlEncodedThumbprint("SHA-256").equals(thumbprint)) {
            throw refusal("the proof is of another key than the token is bound to");
        }
        proof.setKey(key.getPublicKey());
        if (!proof.verifySignature()) {
            throw refusal("the signature of the proof is wrong");
        }
        return JwtClaims.parse(proof.getPayload());
    }

    /// Null when there is none, or a secret; for a private key the library throws.
    private static @Nullable PublicJsonWebKey key(JsonWebSignature proof) throws JoseException {
        if (!(proof.getObjectHeader("jwk") instanceof Map<?, ?> parameters) || "oct".equals(parameters.get("kty"))) {
            return null;
        }
        return proof.getJwkHeader();
    }

    private void requireClaims(JwtClaims claims, HttpServerRequest request, String token)
            throws MalformedClaimException {
        if (!request.method().name().equals(claims.getStringClaimValue("htm"))) {
            throw refusal("htm is not the method of the request");
        }
        if (!addresses.isOf(request, claims.getStringClaimValue("htu"))) {
            throw refusal("htu is not the address of the request as the public knows it");
        }
        if (!VerifiedTokens.hash(token).equals(claims.getStringClaimValue("ath"))) {
            throw refusal("ath is not the hash of the token");
        }
        if (claims.getIssuedAt() == null) {
            throw refusal("iat is missing");
        }
        Duration age =
                Duration.between(Instant.ofEpochSecond(claims.getIssuedAt().getValue()), Instant.now());
        if (age.compareTo(window) > 0 || age.compareTo(CLOCKS_DIFFER.negated()) < 0) {
            throw refusal("the proof was not made just now: make one for each request and compare the clocks");
        }
    }

    private void requireFirstUse(JwtClaims claims, String thumbprint) throws MalformedClaimException {
        String id = claims.getJwtId();
        if (id == null || id.isEmpty() || id.length() > LONGEST_ID) {
            throw refusal("jti is missing or too long");
        }
        if (seen.asMap().putIfAbsent(thumbprint + " " + id, Instant.now()) != null) {
            throw refusal("the proof was used before: make one for each request");
        }
    }

    private static RuntimeException refusal(String words) {
        return Challenge.refusal(Scheme.DPOP, Challenge.Fault.INVALID_DPOP_PROOF, words);
    }
}
