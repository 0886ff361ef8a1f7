package vn.monitoring.kit.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Seals texts that a thief of the database must not read: AES-256-GCM with a key from the configuration.
///
/// A sealed text is bound to its purpose, such as `webhook.secret:<id>`: moved to another row or column it does not
/// open. It names its key, so that keys can be changed: `monitoring.sealing.keys` (SEALING_KEYS) holds
/// `name:base64 of 32 bytes`, separated by commas; the first one seals, all of them open. A service that seals
/// nothing needs none. Form: `<key name>.<base64url of nonce (12 bytes), cipher text and tag (16 bytes)>`.
@ApplicationScoped
public class Sealed {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();

    /// @throws IllegalArgumentException when the setting is there and malformed
    Sealed(@ConfigProperty(name = "monitoring.sealing.keys") Optional<String> setting) {
        setting.ifPresent(text -> Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .forEach(this::take));
    }

    private void take(String named) {
        int colon = named.indexOf(':');
        byte[] key = colon < 1 ? new byte[0] : Base64.getDecoder().decode(named.substring(colon + 1));
        if (key.length != KEY_BYTES || !named.substring(0, colon).matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "SEALING_KEYS must be a list of <name>:<base64 of 32 random bytes>, separated by commas");
        }
        keys.put(named.substring(0, colon), new SecretKeySpec(key, "AES"));
    }

    /// @param purpose what the text is and whose; the same is needed to open it
    /// @throws IllegalStateException when no key is configured
    public String seal(String text, String purpose) {
        Map.Entry<String, SecretKeySpec> key = keys.entrySet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing can be sealed: set SEALING_KEYS"));
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key.getValue(), nonce, purpose, text.getBytes(StandardCharsets.UTF_8));
        byte[] whole = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return key.getKey() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /// @throws IllegalStateException when the text was changed, belongs to another purpose, or its key is not
    /// configured
    public String open(String sealed, String purpose) {
        int dot = sealed.indexOf('.');
        SecretKeySpec key = keys.get(sealed.substring(0, Math.max(dot, 0)));
        if (key == null) {
            throw new IllegalStateException("the key of a sealed text is not among SEALING_KEYS");
        }
        byte[] whole = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
        if (whole.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new IllegalStateException("a sealed text is cut short");
        }
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        byte[] content = Arrays.copyOfRange(whole, NONCE_BYTES, whole.length);
        return new String(run(Cipher.DECRYPT_MODE, key, nonce, purpose, content), StandardCharsets.UTF_8);
    }

    private static byte[] run(int mode, SecretKeySpec key, byte[] nonce, String purpose, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed text does not open: it was changed or is not of this purpose", e);
        }
    }
}
