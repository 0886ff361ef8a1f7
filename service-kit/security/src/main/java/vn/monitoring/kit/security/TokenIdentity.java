package vn.monitoring.kit.security;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// What every request asks of a token, read from it once.
public final class TokenIdentity {

    /// The claim, and the attribute of an identity, that holds the codes of the caller's units.
    public static final String UNITS = "units";

    /// The attribute that holds the thumbprint of the key that the token is bound to; absent when it is not
    /// bound.
    private static final String BOUND_TO = "bound-to";

    /// A thumbprint that no key has: of a token that is bound in a way that is not known here.
    private static final String NO_KEY = "";

    private TokenIdentity() {}

    /// An identity that holds nothing of the request by which the token came, so that it can serve others.
    ///
    /// @param checked as the provider made it
    static SecurityIdentity of(JsonWebToken token, SecurityIdentity checked) {
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addRoles(checked.getRoles())
                .addAttribute(UNITS, unitsOf(token));
        AccessTokenCredential credential = checked.getCredential(AccessTokenCredential.class);
        if (credential != null) {
            builder.addCredential(credential);
        }
        String boundTo = boundTo(token);
        if (boundTo != null) {
            builder.addAttribute(BOUND_TO, boundTo);
        }
        if (checked.getRoles().stream().anyMatch(Role.ALL::contains)) {
            builder.addRole(Role.EVERY);
        }
        return builder.build();
    }

    /// The thumbprint of the key that the identity's token is bound to, or null.
    static @Nullable String boundTo(SecurityIdentity identity) {
        return identity.getAttribute(BOUND_TO);
    }

    private static @Nullable String boundTo(JsonWebToken token) {
        Object confirmation = token.getClaim("cnf");
        if (confirmation == null) {
            return null;
        }
        return switch (confirmation instanceof Map<?, ?> way ? way.get("jkt") : null) {
            case JsonString thumbprint -> thumbprint.getString();
            case String thumbprint -> thumbprint;
            case null, default -> NO_KEY;
        };
    }

    private static List<String> unitsOf(JsonWebToken token) {
        return token.getClaim(UNITS) instanceof JsonArray units
                ? units.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of();
    }
}
