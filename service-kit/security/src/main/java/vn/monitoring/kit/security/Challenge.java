package vn.monitoring.kit.security;

import io.quarkus.security.AuthenticationFailedException;
import java.util.Map;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/// What a refusal of a token says in `WWW-Authenticate` (RFC 6750 section 3, RFC 9449 section 7.1): the
/// scheme to use, a code for the client's program and a few words for its developer. It never repeats
/// anything of the token.
public final class Challenge {

    /// What a request without a token is asked for.
    public static final String ANY_TOKEN = "Bearer";

    private static final String ATTRIBUTE = "monitoring.challenge";

    enum Fault {
        /// The request is not one that can carry a token: two of them, or one in the query.
        INVALID_REQUEST("invalid_request"),
        /// The token is malformed, expired, or not one of this platform's.
        INVALID_TOKEN("invalid_token"),
        /// The token may be good; what proves that its holder sends it is not.
        INVALID_DPOP_PROOF("invalid_dpop_proof");

        private final String code;

        Fault(String code) {
            this.code = code;
        }
    }

    private Challenge() {}

    /// The header's value for a request that was refused; for one without a token [#ANY_TOKEN].
    public static String of(Throwable refusal) {
        return refusal instanceof AuthenticationFailedException failed
                        && failed.getAttribute(ATTRIBUTE) instanceof String challenge
                ? challenge
                : ANY_TOKEN;
    }

    /// @param words plain ASCII without quotes
    static AuthenticationFailedException refusal(Scheme scheme, Fault fault, String words) {
        String challenge = "%s error=\"%s\", error_description=\"%s\"".formatted(scheme.text(), fault.code, words);
        if (scheme == Scheme.DPOP) {
            challenge += ", algs=\"%s\"".formatted(String.join(" ", Algorithms.ALLOWED));
        }
        return new AuthenticationFailedException(words, Map.of(ATTRIBUTE, challenge));
    }

    /// The refusal that belongs to a failed check of signature and claims.
    static AuthenticationFailedException refusal(Scheme scheme, AuthenticationFailedException failure) {
        return failure.getAttribute(ATTRIBUTE) == null
                ? refusal(scheme, Fault.INVALID_TOKEN, words(failure.getCause()))
                : failure;
    }

    /// Claims are looked at after the signature: what is said of them is said to whoever was given the token.
    private static String words(@Nullable Throwable cause) {
        if (cause instanceof InvalidJwtException invalid) {
            if (invalid.hasExpired()) {
                return "the token has expired: ask the issuer for a new one";
            }
            if (invalid.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
                    || invalid.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
                return "the token was not issued for this service";
            }
            if (invalid.hasErrorCode(ErrorCodes.ISSUER_INVALID) || invalid.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
                return "the token was issued by somebody else";
            }
            if (invalid.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
                return "the token is not valid yet: compare the clocks";
            }
        }
        return "the token cannot be verified";
    }
}
