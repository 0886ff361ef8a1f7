package vn.monitoring.gateway;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import vn.monitoring.gateway.limit.Allowance;

/// Lets a request in: whose path is public, or who is known; and who has not used up what is allowed.
@Singleton
class Door {

    private final TokenCheck tokens;
    private final Limits limits;

    Door(TokenCheck tokens, Limits limits) {
        this.tokens = tokens;
        this.limits = limits;
    }

    /// What the caller may still do; fails with a [Refusal]. Completes on the event loop of the request, at once for a
    /// public path or a remembered token.
    Future<Allowance> admit(RoutingContext context, Destination destination) {
        if (destination.isPublic()) {
            return granted(limits.take(context.request()));
        }
        return tokens.identify(context).compose(this::admitKnown, refusal -> refuseUnknown(context.request(), refusal));
    }

    private Future<Allowance> admitKnown(SecurityIdentity caller) {
        return granted(limits.take(caller));
    }

    /// Whoever knocks without a good token too often is told so, not why.
    private Future<Allowance> refuseUnknown(HttpServerRequest request, Throwable refusal) {
        return granted(limits.take(request)).compose(granted -> Future.failedFuture(refusal));
    }

    private static Future<Allowance> granted(Allowance allowance) {
        return allowance.granted()
                ? Future.succeededFuture(allowance)
                : Future.failedFuture(new Refusal(GatewayProblem.TOO_MANY_REQUESTS, allowance.headers()));
    }
}
