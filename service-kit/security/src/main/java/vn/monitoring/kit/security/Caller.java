package vn.monitoring.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Who makes this request, as the verified token tells.
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    protected Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /// The person's or system's lasting id in Keycloak.
    public String subject() {
        return token().getSubject();
    }

    /// The account's name, for showing and for logs.
    public String username() {
        String name = token().getClaim("preferred_username");
        return name == null ? subject() : name;
    }

    /// The codes of the units that the account belongs to; empty when it has none.
    public List<String> unitCodes() {
        List<String> codes = identity.getAttribute(TokenIdentity.UNITS);
        return codes == null ? List.of() : codes;
    }

    /// The caller's roles of this platform, in the order of the alphabet.
    public List<String> roles() {
        return identity.getRoles().stream().filter(Role.ALL::contains).sorted().toList();
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    private JsonWebToken token() {
        return (JsonWebToken) identity.getPrincipal();
    }
}
