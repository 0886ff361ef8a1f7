package vn.monitoring.kit.shield;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.TokenIdentity;

/// Finds out whose rows the database may show to this thread: what the setting `monitoring.scope` says.
///
/// `units 31 24` for a signed-in caller, `system` for work that no request asked for and for what is done
/// [as the system][AsSystem], empty for a caller who has not signed in, who sees no unit's rows.
@Singleton
public class Sight {

    static final ScopedValue<String> SAID = ScopedValue.newInstance();
    static final String EVERYTHING = "system";
    private static final String NOTHING = "";

    private final CurrentVertxRequest requests;
    private final SecurityIdentity identity;

    Sight(CurrentVertxRequest requests, SecurityIdentity identity) {
        this.requests = requests;
        this.identity = identity;
    }

    /// The value of the setting for this moment.
    public String current() {
        if (SAID.isBound()) {
            return SAID.get();
        }
        if (!isRequest()) {
            return EVERYTHING;
        }
        try {
            return identity.isAnonymous() ? NOTHING : units();
        } catch (AuthenticationFailedException e) {
            // A public operation was called with a token that does not count.
            return NOTHING;
        }
    }

    /// Schedules and consumers have a request context too, but no request in it.
    private boolean isRequest() {
        @Nullable ArcContainer container = Arc.container();
        return container != null && container.requestContext().isActive() && requests.getCurrent() != null;
    }

    /// From the verified token itself. Codes have no blanks; one that has is no code and could stand for two.
    private String units() {
        @Nullable List<String> codes = identity.getAttribute(TokenIdentity.UNITS);
        return (codes == null ? List.<String>of() : codes)
                .stream()
                        .filter(code -> code.chars().noneMatch(character -> character <= ' '))
                        .collect(Collectors.joining(" ", "units ", ""));
    }
}
