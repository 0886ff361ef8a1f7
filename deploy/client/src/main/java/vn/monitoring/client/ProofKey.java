package vn.monitoring.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/// A key that stays on a device, and proofs that it is there (DPoP, RFC 9449): sent to the issuer, it binds
/// the token to the key; sent with a request, it shows that the token was not stolen. One proof for each
/// request.
public final class ProofKey {

    private final EllipticCurveJsonWebKey key;

    public ProofKey() {
        try {
            key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The header `DPoP` of a request to the issuer's token endpoint.
    public String proof(String method, URI address) {
        return sign(claims(method, address));
    }

    /// The header `DPoP` of a request with a bound token in `Authorization: DPoP <token>`.
    public String proof(String method, URI address, String token) {
        Map<String, Object> claims = claims(method, address);
        claims.put("ath", hash(token));
        return sign(claims);
    }

    private static Map<String, Object> claims(String method, URI address) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("htm", method);
        claims.put("htu", withoutQuery(address));
        claims.put("iat", Instant.now().getEpochSecond());
        return claims;
    }

    private static String withoutQuery(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
    }

    private String sign(Map<String, Object> claims) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("typ", "dpop+jwt");
        header.put("alg", "ES256");
        header.put("jwk", key.toParams(OutputControlLevel.PUBLIC_ONLY));
        return Signed.jwt(header, JsonUtil.toJson(claims), key.getPrivateKey());
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
