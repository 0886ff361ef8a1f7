package vn.monitoring.kit.testing;

import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;
import org.jose4j.json.JsonUtil;

/// Every way in which a token is tried on that must not work: each is answered 401 `UNAUTHENTICATED` with
/// the fault in `WWW-Authenticate`, and none makes the service ask the issuer anything, but for an unknown
/// key, which may make it look for new keys now and then.
///
/// For a table test at any address that wants a token:
/// ```
/// @ParameterizedTest
/// @MethodSource("vn.monitoring.kit.testing.HostileTokens#all")
/// void refuses(HostileTokens.Attempt attempt) {
///     attempt.on(RestAssured.given()).get("/api/v1/units").then()
///             .statusCode(401).header("WWW-Authenticate", attempt.challenge());
/// }
/// ```
public final class HostileTokens {

    /// @param headers the values of `Authorization`, mostly one
    /// @param query the token in the address, or empty
    /// @param fault the `error` of the challenge
    public record Attempt(String name, List<String> headers, String query, String fault) {

        public RequestSpecification on(RequestSpecification request) {
            headers.forEach(value -> request.header("Authorization", value));
            return query.isEmpty() ? request : request.queryParam("access_token", query);
        }

        public Matcher<String> challenge() {
            return Matchers.matchesPattern(
                    "(Bearer|DPoP) error=\"%s\", error_description=\"[ -~&&[^\"]]+\"(, algs=\".+\")?".formatted(fault));
        }

        /// The only ones for which the issuer may be asked, and not each time.
        public boolean namesUnknownKey() {
            return name.startsWith(UNKNOWN_KEY);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String UNKNOWN_KEY = "an unknown key";

    private HostileTokens() {}

    public static Stream<Attempt> all() {
        return Stream.of(claims(), signatures(), shapes(), places()).flatMap(attempts -> attempts);
    }

    private static Stream<Attempt> claims() {
        return Stream.of(
                claims("another issuer", good -> good.put("iss", "http://localhost:1/realms/monitoring")),
                claims("another realm of the issuer", good -> good.put("iss", good.get("iss") + "-2")),
                claims("no issuer", good -> good.remove("iss")),
                claims("another audience", good -> good.put("aud", List.of("account"))),
                claims("an audience that begins like a good one", good -> good.put("aud", "indicator-service-2")),
                claims("no audience", good -> good.remove("aud")),
                claims("expired", good -> age(good, Duration.ofMinutes(6))),
                claims("no expiry", good -> good.remove("exp")),
                claims("an expiry that is a text", good -> good.put("exp", "tomorrow")),
                claims("an expiry beyond all numbers", good -> good.put("exp", 1e300)),
                claims("not yet valid", good -> good.put("nbf", inSeconds(60))),
                claims("issued in the future", good -> age(good, Duration.ofMinutes(-1))),
                claims("no time of issue", good -> good.remove("iat")),
                claims("a life of a day", good -> good.put("exp", inSeconds(86_400))),
                claims("no subject", good -> good.remove("sub")),
                claims(
                        "bound to a key, sent by whoever has it",
                        good -> good.put("cnf", Map.of("jkt", "a".repeat(43)))),
                claims("bound to a certificate", good -> good.put("cnf", Map.of("x5t#S256", "a".repeat(43)))));
    }

    private static Stream<Attempt> signatures() {
        String good = good();
        String body = good.substring(0, good.lastIndexOf('.'));
        return Stream.of(
                bearer("alg none", part(json(header("alg", "none"))) + "." + part(goodClaims()) + "."),
                bearer("alg none with something signed", unsigned(header("alg", "none"))),
                bearer("alg NoNe", unsigned(header("alg", "NoNe"))),
                bearer("HS256 with the public key as text", hmac(pem())),
                bearer(
                        "HS256 with the public key as bytes",
                        hmac(TokenIssuer.shared().publicKey().getEncoded())),
                bearer("signed by another key under the known name", foreign(TokenIssuer.KEY_ID)),
                bearer(UNKNOWN_KEY, foreign("another-key")),
                bearer(UNKNOWN_KEY + ", named by a path", foreign("../../../../dev/null")),
                bearer("a key named with NUL", foreign("test-key\u0000")),
                bearer(
                        "a key brought along",
                        TokenIssuer.shared().sign(with("jwk", Map.of("kty", "RSA")), good(c -> c.put("aud", "x")))),
                bearer("no name of a key", unsigned(without("kid"))),
                bearer("another signature", body + "." + part("x".repeat(256))),
                bearer("a changed claim", changed(good)),
                bearer("an extension that must be understood", unsigned(with("crit", List.of("exp")))),
                bearer("a proof instead of a token", unsigned(with("typ", "dpop+jwt"))));
    }

    private static Stream<Attempt> shapes() {
        String good = good();
        String[] parts = good.split("\\.", -1);
        return Stream.of(
                bearer("one part", parts[0]),
                bearer("two parts", parts[0] + "." + parts[1]),
                bearer("four parts", good + "." + parts[2]),
                bearer("five parts, as if encrypted", good + ".a.b"),
                bearer("only dots", ".."),
                bearer("no base64", "%%%." + parts[1] + "." + parts[2]),
                bearer("base64 with a length that is none", "a." + parts[1] + "." + parts[2]),
                bearer("a header that is no JSON", part("{\"alg\":") + "." + parts[1] + "." + parts[2]),
                bearer("a header that is a list", part("[]") + "." + parts[1] + "." + parts[2]),
                bearer(
                        "a header that says alg twice",
                        part("{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"test-key\"}") + "." + parts[1] + "."
                                + parts[2]),
                bearer(
                        "a header of numbers",
                        part("{\"alg\":1,\"kid\":2,\"typ\":3}") + "." + parts[1] + "." + parts[2]),
                bearer("bytes that are no text", raw(new byte[] {(byte) 0xc3, 0x28}) + "." + parts[1] + "." + parts[2]),
                bearer("NUL in the header", part("\u0000") + "." + parts[1] + "." + parts[2]),
                bearer("claims that are no JSON", parts[0] + "." + part("sub") + "." + parts[2]),
                bearer("claims with NUL", parts[0] + "." + part("{\"sub\":\"a\u0000\"}") + "." + parts[2]),
                bearer("a header within a header", part("{\"alg\":".repeat(500)) + "." + parts[1] + "." + parts[2]),
                bearer("a blank within", good + " " + good),
                bearer("a comma within", good + ",Bearer " + good),
                bearer("longer than 8 KB", signed(c -> c.put("units", List.of("1".repeat(6_500))))),
                bearer("nothing", ""),
                new Attempt("DPoP without a proof", List.of("DPoP " + good), "", "invalid_token"));
    }

    private static Stream<Attempt> places() {
        String good = good();
        return Stream.of(
                new Attempt("twice the same", List.of("Bearer " + good, "Bearer " + good), "", "invalid_request"),
                new Attempt("one good, one bad", List.of("Bearer " + good, "Bearer x"), "", "invalid_request"),
                new Attempt("another scheme beside", List.of("Bearer " + good, "Basic YTpi"), "", "invalid_request"),
                new Attempt("in the query", List.of(), good, "invalid_request"),
                new Attempt("in the query and in the header", List.of("Bearer " + good), good, "invalid_request"));
    }

    private static Attempt bearer(String name, String token) {
        return new Attempt(name, List.of("Bearer " + token), "", "invalid_token");
    }

    private static Attempt claims(String name, Consumer<Map<String, Object>> change) {
        return bearer(name, signed(change));
    }

    private static String good() {
        return signed(claims -> {});
    }

    private static String signed(Consumer<Map<String, Object>> change) {
        return TokenIssuer.shared().sign(Tokens.header(), good(change));
    }

    private static Map<String, Object> good(Consumer<Map<String, Object>> change) {
        Map<String, Object> claims = Tokens.as("admin-31")
                .roles("province-admin", "reporter")
                .units("31")
                .claims();
        change.accept(claims);
        return claims;
    }

    private static String goodClaims() {
        return json(good(claims -> {}));
    }

    private static void age(Map<String, Object> claims, Duration age) {
        for (String time : List.of("iat", "exp")) {
            claims.computeIfPresent(time, (_, value) -> ((Number) value).longValue() - age.toSeconds());
        }
    }

    private static long inSeconds(long seconds) {
        return Instant.now().getEpochSecond() + seconds;
    }

    private static Map<String, Object> header(String name, Object value) {
        return with(name, value);
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> header = Tokens.header();
        header.put(name, value);
        return header;
    }

    private static Map<String, Object> without(String name) {
        Map<String, Object> header = Tokens.header();
        header.remove(name);
        return header;
    }

    private static String foreign(String keyId) {
        return TokenIssuer.sign(TokenIssuer.newKey(keyId), with("kid", keyId), goodClaims());
    }

    private static String unsigned(Map<String, Object> header) {
        return part(json(header)) + "." + part(goodClaims()) + "." + part("signature");
    }

    private static String changed(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + part(claims.replace("\"31\"", "\"24\"")) + "." + parts[2];
    }

    private static String hmac(String key) {
        return hmac(key.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hmac(byte[] key) {
        String body = part(json(header("alg", "HS256"))) + "." + part(goodClaims());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return body + "." + raw(mac.doFinal(body.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(TokenIssuer.shared().publicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static String json(Map<String, Object> object) {
        return JsonUtil.toJson(object);
    }

    private static String part(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String raw(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
