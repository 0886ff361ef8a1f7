package vn.monitoring.kit.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/// Whether a text can be a token of this platform at all: looked at before its signature, so that garbage
/// costs neither a computation nor a question to the issuer.
final class TokenShape {

    /// Characters. One of the realm's tokens has about 1,500; each role or unit more adds a few.
    static final int LONGEST = 8192;

    private static final Pattern PARTS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final Pattern KEY_ID = Pattern.compile("[\\x21-\\x7e]{1,128}");

    /// What an access token's header may call it; others are other things (RFC 8725, 3.11).
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private TokenShape() {}

    /// What is wrong, or empty.
    static Optional<String> fault(String token) {
        if (token.length() > LONGEST) {
            return Optional.of("the token is too long");
        }
        if (!PARTS.matcher(token).matches()) {
            return Optional.of("the token does not have the three parts of a signed JWT");
        }
        return header(token.substring(0, token.indexOf('.')))
                .map(TokenShape::faultOf)
                .orElse(Optional.of("the header of the token cannot be read"));
    }

    private static Optional<String> faultOf(Map<String, Object> header) {
        if (!(header.get("alg") instanceof String algorithm) || !Algorithms.ALLOWED.contains(algorithm)) {
            return Optional.of("the token is not signed by an algorithm that is accepted here");
        }
        if (!(header.get("kid") instanceof String key) || !KEY_ID.matcher(key).matches()) {
            return Optional.of("the token does not name the key that signed it");
        }
        if (header.containsKey("crit")) {
            return Optional.of("the token demands an extension that is not known here");
        }
        if (header.containsKey("typ")
                && !(header.get("typ") instanceof String type && TYPES.contains(type.toLowerCase(Locale.ROOT)))) {
            return Optional.of("this is not an access token");
        }
        return Optional.empty();
    }

    private static Optional<Map<String, Object>> header(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(JsonUtil.parseJson(text));
        } catch (IllegalArgumentException | CharacterCodingException | JoseException e) {
            return Optional.empty();
        }
    }
}
