package vn.monitoring.client;

import java.security.Key;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/// Signs what a client says.
final class Signed {

    private Signed() {}

    /// @param header with `alg`, one that fits the key
    static String jwt(Map<String, Object> header, String claims, Key key) {
        JsonWebSignature signature = new JsonWebSignature();
        header.forEach(signature::setHeader);
        signature.setPayload(claims);
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
