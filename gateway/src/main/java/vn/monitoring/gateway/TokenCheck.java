package vn.monitoring.gateway;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jboss.logging.Logger;
import vn.monitoring.kit.security.AccessTokens;
import vn.monitoring.kit.security.Challenge;
import vn.monitoring.kit.security.IssuerUnreachable;

/// Lets only those through whose token was issued for this platform, and who can prove it is theirs when it is bound.
///
/// The check itself is the one that every service makes ([AccessTokens]); a remembered token is let through on the
/// event loop.
@Singleton
class TokenCheck {

    private static final Logger LOG = Logger.getLogger(TokenCheck.class);

    private final Instance<AccessTokens> tokens;

    /// @param tokens looked up at the first request: the providers it asks are not complete before
    TokenCheck(Instance<AccessTokens> tokens) {
        this.tokens = tokens;
    }

    /// Who calls; fails with a [Refusal]. Completes on the event loop of the request, at once when the token is
    /// remembered.
    Future<SecurityIdentity> identify(RoutingContext context) {
        return Future.fromCompletionStage(
                        tokens.get().authenticate(context).subscribeAsCompletionStage(),
                        context.vertx().getOrCreateContext())
                .recover(failure -> Future.failedFuture(refusal(failure)))
                .compose(identity -> identity == null
                        ? Future.failedFuture(unauthenticated(Challenge.ANY_TOKEN))
                        : Future.succeededFuture(identity));
    }

    /// A token that fails is the client's fault; keys that cannot be had are not.
    private static Refusal refusal(Throwable failure) {
        if (failure instanceof IssuerUnreachable) {
            LOG.warnf("The issuer's keys cannot be had: %s", failure.getCause());
            return new Refusal(GatewayProblem.SIGN_IN_UNAVAILABLE);
        }
        if (!(failure instanceof AuthenticationFailedException)) {
            LOG.errorf(failure, "A token could not be checked");
        }
        return unauthenticated(Challenge.of(failure));
    }

    private static Refusal unauthenticated(String challenge) {
        return new Refusal(GatewayProblem.UNAUTHENTICATED, Map.of("WWW-Authenticate", challenge));
    }
}
