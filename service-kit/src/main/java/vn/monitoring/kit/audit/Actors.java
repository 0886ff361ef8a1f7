package vn.monitoring.kit.audit;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.web.RequestIds;

/// Finds out for whom this thread works: what the code said, else the caller of the request, else the part of the
/// system
/// that began the work.
@Singleton
class Actors {

    static final ScopedValue<Actor> NAMED = ScopedValue.newInstance();

    private static final String OURS = "vn.monitoring.";

    /// What lies between the work and the database on every stack.
    private static final Set<String> BETWEEN =
            Set.of(Actors.class.getName(), TransactionSettings.class.getName(), Audit.class.getName());

    private final CurrentVertxRequest requests;
    private final SecurityIdentity identity;
    private final Caller caller;

    Actors(CurrentVertxRequest requests, SecurityIdentity identity, Caller caller) {
        this.requests = requests;
        this.identity = identity;
        this.caller = caller;
    }

    Actor current() {
        if (NAMED.isBound()) {
            return NAMED.get();
        }
        @Nullable RoutingContext request = request();
        return request == null ? background() : caller(request);
    }

    /// Scheduled work and consumers have a request context too, but no request in it.
    private @Nullable RoutingContext request() {
        @Nullable ArcContainer container = Arc.container();
        return container != null && container.requestContext().isActive() ? requests.getCurrent() : null;
    }

    private Actor caller(RoutingContext request) {
        String operation = request.request().method().name() + " " + request.normalizedPath();
        String id = RequestIds.current();
        try {
            return identity.isAnonymous()
                    ? Actor.anonymous(id, operation)
                    : Actor.person(caller.subject(), caller.username(), caller.roles(), id, operation);
        } catch (AuthenticationFailedException e) {
            // A public operation was called with a token that does not count.
            return Actor.anonymous(id, operation);
        }
    }

    /// The outermost method of ours on the stack began the work: a schedule's, a consumer's, a thread's.
    private static Actor background() {
        Optional<StackFrame> first = StackWalker.getInstance()
                .walk(frames -> frames.filter(Actors::isOurs).reduce((_, outer) -> outer));
        return first.map(frame -> {
                    String name = simpleName(frame);
                    return Actor.system(kebab(name), null, name + "." + frame.getMethodName());
                })
                .orElseGet(() -> Actor.system("background", null, null));
    }

    private static boolean isOurs(StackFrame frame) {
        return frame.getClassName().startsWith(OURS)
                && !BETWEEN.contains(frame.getClassName())
                && !simpleName(frame).contains("_")
                && !frame.getMethodName().startsWith("lambda$");
    }

    private static String simpleName(StackFrame frame) {
        String name = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
        return List.of(name.split("\\$", 2)).getFirst();
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
