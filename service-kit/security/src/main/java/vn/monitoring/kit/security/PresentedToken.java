package vn.monitoring.kit.security;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/// A token as a request presents it, not yet believed.
record PresentedToken(Scheme scheme, String value) {

    private static final String IN_QUERY = "access_token=";

    /// Empty for a request without a token, also when it authenticates in a way that is not known here.
    ///
    /// @throws io.quarkus.security.AuthenticationFailedException for two tokens, of which another program
    /// on the way might take the other one, and for a token in the query, which ends up in logs and
    /// histories (RFC 6750, 2.3)
    static Optional<PresentedToken> of(HttpServerRequest request) {
        String query = request.query();
        if (query != null && (query.startsWith(IN_QUERY) || query.contains("&" + IN_QUERY))) {
            throw Challenge.refusal(
                    Scheme.BEARER,
                    Challenge.Fault.INVALID_REQUEST,
                    "send the token in the header Authorization, not in the address");
        }
        List<String> headers = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        if (headers.size() > 1) {
            throw Challenge.refusal(
                    Scheme.BEARER, Challenge.Fault.INVALID_REQUEST, "send the header Authorization once");
        }
        String header = headers.getFirst();
        int space = header.indexOf(' ');
        String scheme = space < 0 ? header : header.substring(0, space);
        String value = space < 0 ? "" : header.substring(space + 1).strip();
        return Scheme.find(scheme).map(known -> new PresentedToken(known, value));
    }
}
