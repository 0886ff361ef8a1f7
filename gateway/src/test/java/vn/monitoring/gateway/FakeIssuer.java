package vn.monitoring.gateway;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Stands where Keycloak stands: signs tokens, publishes the key to check them, signs browsers in and renews their
/// tokens, each refresh token once. It can go away and come back.
final class FakeIssuer implements AutoCloseable {

    static final Set<String> SERVICES = Set.of("indicator-service", "task-service", "report-service");
    private static final String REALM = "/realms/monitoring";
    private static @Nullable FakeIssuer shared;

    private final URI address;
    private final AtomicInteger keyRequests = new AtomicInteger();
    private final AtomicInteger otherRequests = new AtomicInteger();
    private final AtomicInteger renewals = new AtomicInteger();
    private final Map<String, Map<String, String>> signIns = new ConcurrentHashMap<>();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
    private volatile long lifeSeconds = 300;
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
            server = new FakeService(address, this::answer, this::answer);
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

    /// How long the tokens of a sign-in live.
    void setLifeSeconds(long seconds) {
        lifeSeconds = seconds;
    }

    /// Ends every session: no refresh token is good any more.
    void forgetSessions() {
        refreshTokens.clear();
    }

    int renewals() {
        return renewals.get();
    }

    private void answer(HttpServerRequest request) {
        if (request.path().equals(REALM + "/protocol/openid-connect/token")) {
            request.setExpectMultipart(true).endHandler(end -> answerTokens(request));
        } else if (request.path().equals(REALM + "/protocol/openid-connect/certs")) {
            keyRequests.incrementAndGet();
            request.response().putHeader("Content-Type", "application/json").end(jwks());
        } else {
            otherRequests.incrementAndGet();
            request.response().setStatusCode(404).end();
        }
    }

    /// Signs everybody in at once, as if the password had been right.
    ///
    /// @param location where the gateway sent the browser to
    /// @return where the issuer sends it back to
    URI signIn(URI location) {
        Map<String, String> asked = query(location.getRawQuery());
        String code = "code-" + System.nanoTime();
        signIns.put(code, asked);
        return URI.create(asked.get("redirect_uri") + "?state=" + asked.get("state") + "&code=" + code);
    }

    static Map<String, String> query(String raw) {
        return Arrays.stream(raw.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private void answerTokens(HttpServerRequest request) {
        String grant = request.getFormAttribute("grant_type");
        boolean good = grant.equals("refresh_token")
                ? refreshTokens.remove(request.getFormAttribute("refresh_token"))
                : isProven(request);
        if (!good) {
            request.response()
                    .setStatusCode(400)
                    .putHeader("Content-Type", "application/json")
                    .end("{\"error\":\"invalid_grant\"}");
            return;
        }
        String nonce = null;
        if (grant.equals("refresh_token")) {
            renewals.incrementAndGet();
        } else {
            nonce = signIns.remove(request.getFormAttribute("code")).get("nonce");
        }
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(tokens(nonce).encode());
    }

    /// Whether who asks for tokens is the one who sent the browser (RFC 7636).
    private boolean isProven(HttpServerRequest request) {
        Map<String, String> asked = signIns.get(request.getFormAttribute("code"));
        return asked != null
                && "S256".equals(asked.get("code_challenge_method"))
                && challenge(request.getFormAttribute("code_verifier")).equals(asked.get("code_challenge"))
                && asked.get("redirect_uri").equals(request.getFormAttribute("redirect_uri"));
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonObject tokens(@Nullable String nonce) {
        Instant end = Instant.now().plusSeconds(lifeSeconds);
        JwtClaimsBuilder id =
                claims("leader-31", "leader").audience("dashboard").expiresAt(end);
        if (nonce != null) {
            id.claim("nonce", nonce);
        }
        String refresh = "refresh-" + System.nanoTime();
        refreshTokens.add(refresh);
        return new JsonObject()
                .put("token_type", "Bearer")
                .put("access_token", sign(claims("leader-31", "leader").expiresAt(end)))
                .put("id_token", sign(id))
                .put("refresh_token", refresh)
                .put("expires_in", lifeSeconds);
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
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
    }
}
