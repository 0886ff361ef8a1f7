package vn.monitoring.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/// The key by which a provincial system signs in (`private_key_jwt`, RFC 7523 and OpenID Connect Core 9):
/// it sends a statement signed for this one sign-in, never a secret. Keycloak knows the public part.
final class ClientKey {

    private static final Duration LIFE = Duration.ofMinutes(1);

    private final String clientId;
    private final PublicJsonWebKey key;

    private ClientKey(String clientId, PublicJsonWebKey key) {
        this.clientId = clientId;
        this.key = key;
    }

    /// The DEMO key of a client of the demo realm, which stands in this module for everybody to read; empty
    /// for whoever has none.
    static Optional<ClientKey> findDemo(String clientId) {
        try (InputStream file = ClientKey.class.getResourceAsStream("DEMO-" + clientId + ".jwk.json")) {
            if (file == null) {
                return Optional.empty();
            }
            String json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(new ClientKey(clientId, PublicJsonWebKey.Factory.newPublicJwk(json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException("not a key: DEMO-" + clientId, e);
        }
    }

    /// The form fields that authenticate a request to the issuer's token endpoint.
    Map<String, String> authentication(URI issuer) {
        return Map.of(
                "client_id",
                clientId,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion(issuer));
    }

    String assertion(URI issuer) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "ES256");
        header.put("typ", "JWT");
        header.put("kid", key.getKeyId());
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", clientId);
        claims.put("sub", clientId);
        claims.put("aud", issuer.toString());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now);
        claims.put("exp", now + LIFE.toSeconds());
        return Signed.jwt(header, JsonUtil.toJson(claims), key.getPrivateKey());
    }
}
