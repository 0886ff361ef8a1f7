package vn.monitoring.kit.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/// Stands where Keycloak stands: publishes its keys over HTTP, counts how often they are asked for, and
/// signs what [Tokens] asks for.
public final class TokenIssuer {

    static final String KEY_ID = "test-key";
    private static @Nullable TokenIssuer shared;

    private final HttpServer server;
    private final RsaJsonWebKey key = newKey(KEY_ID);
    private final AtomicInteger keyRequests = new AtomicInteger();

    private TokenIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] keys = JsonUtil.toJson(Map.of("keys", List.of(published()))).getBytes(StandardCharsets.UTF_8);
        server.createContext("/realms/monitoring/protocol/openid-connect/certs", exchange -> {
            keyRequests.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    public static synchronized TokenIssuer shared() {
        if (shared == null) {
            shared = new TokenIssuer();
        }
        return shared;
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/realms/monitoring";
    }

    /// How often the keys were asked for since this process began.
    public int keyRequests() {
        return keyRequests.get();
    }

    PublicKey publicKey() {
        return key.getPublicKey();
    }

    /// A signed JWT with exactly these header fields and claims.
    ///
    /// @param header with `alg`, one that an RSA key can sign
    String sign(Map<String, Object> header, Map<String, Object> claims) {
        return sign(key, header, JsonUtil.toJson(claims));
    }

    static String sign(RsaJsonWebKey key, Map<String, Object> header, String payload) {
        JsonWebSignature signature = new JsonWebSignature();
        header.forEach(signature::setHeader);
        signature.setPayload(payload);
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static RsaJsonWebKey newKey(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> published() {
        Map<String, Object> parameters = key.toParams(OutputControlLevel.PUBLIC_ONLY);
        parameters.put("use", "sig");
        parameters.put("alg", "RS256");
        return parameters;
    }
}
