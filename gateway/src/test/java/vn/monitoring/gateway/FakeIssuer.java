package vn.monitoring.gateway;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Stands where Keycloak stands: signs tokens and publishes the key to check them. It can go away and come back.
final class FakeIssuer implements AutoCloseable {

    static final Set<String> SERVICES = Set.of("indicator-service", "task-service", "report-service");
    private static final String REALM = "/realms/monitoring";
    private static @Nullable FakeIssuer shared;

    private final URI address;
    private final AtomicInteger keyRequests = new AtomicInteger();
    private final AtomicInteger otherRequests = new AtomicInteger();
    private KeyPair keys = newKeys();
    private String keyId = "key-0";
    private @Nullable FakeService server;

    private FakeIssuer() {
        address = URI.create("http://127.0.0.1:" + Ports.free());
        open();
    }

    /// One for all tests of this run, since the gateway under test is told of it at its start.
    static synchronized FakeIssuer shared() {
        if (shared == null) {
            shared = new FakeIssuer();
        }
        return shared;
    }

    String url() {
        return address + REALM;
    }

    void open() {
        if (server == null) {
            server = new FakeService(address, this::answer);
        }
    }

    /// Goes away; what was signed stays valid.
    @Override
    public void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    /// Signs with a key from now on that nobody has fetched yet.
    void rotate() {
        keys = newKeys();
        keyId = "key-" + System.nanoTime();
    }

    int keyRequests() {
        return keyRequests.get();
    }

    int otherRequests() {
        return otherRequests.get();
    }

    String token() {
        return sign(claims("reporter-10675", "reporter"));
    }

    String token(String username, String role) {
        return sign(claims(username, role));
    }

    /// What Keycloak writes into a token, to be changed by a test before it is signed.
    JwtClaimsBuilder claims(String username, String role) {
        return Jwt.issuer(url())
                .subject("subject-of-" + username)
                .claim("azp", "dashboard")
                .claim("preferred_username", username)
                .claim("realm_access", Map.of("roles", List.of(role)))
                .claim("units", List.of("10675"))
                .audience(SERVICES)
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(300));
    }

    String sign(JwtClaimsBuilder claims) {
        return sign(claims, keys.getPrivate());
    }

    String sign(JwtClaimsBuilder claims, PrivateKey key) {
        return claims.jws().keyId(keyId).sign(key);
    }

    RSAPublicKey publicKey() {
        return (RSAPublicKey) keys.getPublic();
    }

    String keyId() {
        return keyId;
    }

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpServerRequest request) {
        if (request.path().equals(REALM + "/protocol/openid-connect/certs")) {
            keyRequests.incrementAndGet();
            request.response().putHeader("Content-Type", "application/json").end(jwks());
        } else {
            otherRequests.incrementAndGet();
            request.response().setStatusCode(404).end();
        }
    }

    private String jwks() {
        JsonObject key = new JsonObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", keyId)
                .put("n", unsigned(publicKey().getModulus()))
                .put("e", unsigned(publicKey().getPublicExponent()));
        return new JsonObject().put("keys", new JsonArray().add(key)).encode();
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int start = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, start, bytes.length));
    }
}
