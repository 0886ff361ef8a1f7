package vn.monitoring.gateway;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import vn.monitoring.gateway.limit.Allowance;
import vn.monitoring.gateway.login.SameOrigin;
import vn.monitoring.gateway.login.Sessions;

/// Lets a request in: whose path is public, or who is known; and who has not used up what is allowed.
@Singleton
class Door {

    private final TokenCheck tokens;
    private final Sessions sessions;
    private final Limits limits;

    Door(TokenCheck tokens, Sessions sessions, Limits limits) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.limits = limits;
    }

    /// What the caller may still do; fails with a [Refusal]. Completes on the event loop of the request, at once for a
    /// public path or a remembered token.
    Future<Allowance> admit(RoutingContext context, Destination destination) {
        if (destination.isPublic()) {
            return granted(limits.take(context.request()));
        }
        return identify(context).compose(this::admitKnown, refusal -> refuseUnknown(context.request(), refusal));
    }

    /// Who calls, by the token he sends or else by the session's cookie, of which the request is given the token; fails
    /// with a [Refusal].
    Future<SecurityIdentity> identify(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.headers().contains(HttpHeaders.AUTHORIZATION) || !Sessions.isBrought(request)) {
            return tokens.identify(context);
        }
        if (!SameOrigin.isOwn(request)) {
            return Future.failedFuture(new Refusal(GatewayProblem.CROSS_SITE_REQUEST));
        }
        return sessions.find(context)
                .recover(failure -> Future.failedFuture(refusal(failure)))
                .map(session -> {
                    request.headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + session.accessToken());
                    return session.identity();
                });
    }

    private static Refusal refusal(Throwable failure) {
        return new Refusal(
                IssuerFailure.isAway(failure) ? GatewayProblem.SIGN_IN_UNAVAILABLE : GatewayProblem.UNAUTHENTICATED);
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
