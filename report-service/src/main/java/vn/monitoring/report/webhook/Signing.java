package vn.monitoring.report.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs messages as Standard Webhooks has it (standardwebhooks.com, symmetric signatures, version `v1`):
/// `v1,<base64 of HMAC-SHA-256 over id.timestamp.body>`, one for each secret that is in force, separated by a
/// space.
final class Signing {

    private static final String PREFIX = "whsec_";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Signing() {}

    static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /// The value of the header `webhook-signature`.
    ///
    /// @param secrets in the form `whsec_…`
    static String sign(List<String> secrets, String id, Instant timestamp, String body) {
        String content = id + "." + timestamp.getEpochSecond() + "." + body;
        return secrets.stream().map(secret -> "v1," + mac(secret, content)).collect(Collectors.joining(" "));
    }

    private static String mac(String secret, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
