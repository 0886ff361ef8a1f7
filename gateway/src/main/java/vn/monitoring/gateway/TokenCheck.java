package vn.monitoring.gateway;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/// Lets only those through whose token was issued for this platform: signature, issuer, audience and expiry.
///
/// The check itself is the one that every service makes (kit.security), a remembered token is let through on the event
/// loop. What is no token at all is refused before anything is computed; nothing but the issuer's keys is ever
/// fetched.
@Singleton
class TokenCheck {

    private static final Logger LOG = Logger.getLogger(TokenCheck.class);

    /// A token of this realm has about 1,500 characters.
    private static final int LONGEST_CREDENTIAL = 8_192;

    private static final Map<String, String> NO_TOKEN = Map.of("WWW-Authenticate", "Bearer");
    private static final Map<String, String> BAD_TOKEN = Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\"");

    private final Instance<HttpAuthenticator> authenticator;

    /// @param authenticator looked up at the first request: the providers it asks are not complete before
    TokenCheck(Instance<HttpAuthenticator> authenticator) {
        this.authenticator = authenticator;
    }

    /// Who calls; fails with a [Refusal]. Completes on the event loop of the request, at once when the token is
    /// remembered.
    Future<SecurityIdentity> identify(RoutingContext context) {
        List<String> credentials = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (credentials.isEmpty()) {
            return Future.failedFuture(new Refusal(GatewayProblem.UNAUTHENTICATED, NO_TOKEN));
        }
        if (credentials.size() > 1 || !looksLikeToken(credentials.getFirst())) {
            return Future.failedFuture(new Refusal(GatewayProblem.UNAUTHENTICATED, BAD_TOKEN));
        }
        return onEventLoop(context, authenticator.get().attemptAuthentication(context))
                .recover(failure -> Future.failedFuture(refusal(failure)))
                .compose(identity -> identity == null
                        ? Future.failedFuture(new Refusal(GatewayProblem.UNAUTHENTICATED, BAD_TOKEN))
                        : Future.succeededFuture(identity));
    }

    /// A scheme and three parts in base64url, joined by dots.
    private static boolean looksLikeToken(String credential) {
        int space = credential.indexOf(' ');
        if (space < 0 || credential.length() > LONGEST_CREDENTIAL || !isTokenScheme(credential.substring(0, space))) {
            return false;
        }
        int parts = 1;
        int partStart = space + 1;
        for (int at = space + 1; at < credential.length(); at++) {
            char character = credential.charAt(at);
            if (character == '.' && at > partStart) {
                parts++;
                partStart = at + 1;
            } else if (!isBase64Url(character)) {
                return false;
            }
        }
        return parts == 3 && credential.length() > partStart;
    }

    private static boolean isTokenScheme(String scheme) {
        return scheme.equalsIgnoreCase("Bearer") || scheme.equalsIgnoreCase("DPoP");
    }

    private static boolean isBase64Url(char character) {
        return (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '_';
    }

    private static Future<SecurityIdentity> onEventLoop(RoutingContext context, Uni<SecurityIdentity> identity) {
        Context own = context.vertx().getOrCreateContext();
        Promise<SecurityIdentity> promise = Promise.promise();
        identity.subscribe()
                .with(
                        known -> backOn(own, () -> promise.tryComplete(known)),
                        failure -> backOn(own, () -> promise.tryFail(failure)));
        return promise.future();
    }

    private static void backOn(Context own, Runnable step) {
        if (Vertx.currentContext() == own) {
            step.run();
        } else {
            own.runOnContext(back -> step.run());
        }
    }

    /// A token that fails is the client's fault; keys that cannot be had are not.
    private static Refusal refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof VertxException
                    || cause instanceof OIDCException) {
                LOG.warnf("The issuer's keys cannot be had: %s", cause.getMessage());
                return new Refusal(GatewayProblem.SIGN_IN_UNAVAILABLE);
            }
        }
        if (!(failure instanceof AuthenticationFailedException)) {
            LOG.errorf(failure, "A token could not be checked");
        }
        return new Refusal(GatewayProblem.UNAUTHENTICATED, BAD_TOKEN);
    }
}
