package vn.monitoring.kit.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/// The key of a client that sends bound tokens (DPoP, RFC 9449), and the proofs it makes with it.
public final class ProofKey {

    private final EllipticCurveJsonWebKey key;

    public ProofKey() {
        try {
            key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public String thumbprint() {
        return key.calculateBase64urlEncodedThumbprint("SHA-256");
    }

    public String proof(String method, String url, String token) {
        return proof(method, url, token, (header, claims) -> {});
    }

    /// A proof that is changed before it is signed, in its header and its claims.
    public String proof(
            String method, String url, String token, BiConsumer<Map<String, Object>, Map<String, Object>> change) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("typ", "dpop+jwt");
        header.put("alg", "ES256");
        header.put("jwk", key.toParams(OutputControlLevel.PUBLIC_ONLY));
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("htm", method);
        claims.put("htu", url);
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("ath", hash(token));
        change.accept(header, claims);
        return sign(header, claims);
    }

    /// With the private part: what must never be sent.
    public Map<String, Object> privateParameters() {
        return key.toParams(OutputControlLevel.INCLUDE_PRIVATE);
    }

    private String sign(Map<String, Object> header, Map<String, Object> claims) {
        JsonWebSignature signature = new JsonWebSignature();
        header.forEach(signature::setHeader);
        signature.setPayload(JsonUtil.toJson(claims));
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String token) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
