package vn.monitoring.gateway;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.monitoring.gateway.limit.Allowance;
import vn.monitoring.gateway.login.SameOrigin;
import vn.monitoring.gateway.login.Sessions;
import vn.monitoring.kit.security.Role;

/// Signs browsers in and out by the authorization code flow with PKCE, and tells a page who is signed in.
///
/// `/login?return=/path` leads to the issuer and back to the path; `/logout` ends the session here and there;
/// `/session` answers with username, roles, units and the operations that the roles may use; 204 when nobody signed in,
/// 401
/// when the session is over.
@Singleton
class LoginPages {

    private static final Logger LOG = Logger.getLogger(LoginPages.class);

    private static final String LOGIN = "/login";
    private static final String CALLBACK = "/login/callback";
    private static final int FOUND = 302;
    private static final int NO_CONTENT = 204;

    private final OidcAuthenticationMechanism mechanism;
    private final IdentityProviderManager providers;
    private final Sessions sessions;
    private final Door door;
    private final Limits limits;
    private final Answers answers;
    private final AllowedOperations operations;

    LoginPages(
            OidcAuthenticationMechanism mechanism,
            IdentityProviderManager providers,
            Sessions sessions,
            Door door,
            Limits limits,
            Answers answers,
            AllowedOperations operations) {
        this.mechanism = mechanism;
        this.providers = providers;
        this.sessions = sessions;
        this.door = door;
        this.limits = limits;
        this.answers = answers;
        this.operations = operations;
    }

    void register(@Observes Router router) {
        router.get(LOGIN).handler(this::limit).handler(this::logIn);
        router.get(CALLBACK).handler(this::limit).handler(this::logIn);
        router.route("/logout")
                .method(HttpMethod.GET)
                .method(HttpMethod.POST)
                .handler(this::limit)
                .handler(this::logOut);
        router.get("/session").handler(this::limit).handler(this::tellSession);
    }

    private void limit(RoutingContext context) {
        Allowance allowance = limits.take(context.request());
        if (allowance.granted()) {
            context.next();
        } else {
            answers.refuse(new Refusal(GatewayProblem.TOO_MANY_REQUESTS, allowance.headers()), context.request());
        }
    }

    private void logIn(RoutingContext context) {
        HttpServerRequest request = context.request();
        String target = request.getParam("return", "/");
        if (!isLocal(target)) {
            answers.refuse(new Refusal(GatewayProblem.INVALID_REQUEST), request);
            return;
        }
        authenticate(context)
                .compose(identity -> identity == null ? challenge(context) : Future.succeededFuture(target))
                .recover(failure -> afterFailure(failure, context))
                .onSuccess(location -> redirect(request, location))
                .onFailure(refusal -> answers.refuse(refusal, request));
    }

    /// A session that is over begins anew; what the issuer sent back and cannot be used ends here.
    private Future<String> afterFailure(Throwable failure, RoutingContext context) {
        if (failure instanceof AuthenticationRedirectException redirect) {
            return Future.succeededFuture(redirect.getRedirectUri());
        }
        if (IssuerFailure.isAway(failure)) {
            return Future.failedFuture(new Refusal(GatewayProblem.SIGN_IN_UNAVAILABLE));
        }
        LOG.infof("A sign-in begins anew or ends: %s", failure.getMessage());
        if (context.request().path().equals(CALLBACK)) {
            return Future.failedFuture(new Refusal(GatewayProblem.SIGN_IN_FAILED));
        }
        return challenge(context)
                .recover(again -> Future.failedFuture(new Refusal(
                        IssuerFailure.isAway(again)
                                ? GatewayProblem.SIGN_IN_UNAVAILABLE
                                : GatewayProblem.SIGN_IN_FAILED)));
    }

    private void logOut(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!SameOrigin.isOwn(request)) {
            answers.refuse(new Refusal(GatewayProblem.CROSS_SITE_REQUEST), request);
            return;
        }
        sessions.forget(request);
        authenticate(context)
                .map("/")
                .recover(failure -> Future.succeededFuture(
                        failure instanceof AuthenticationRedirectException redirect ? redirect.getRedirectUri() : "/"))
                .onSuccess(location -> redirect(request, location));
    }

    private void tellSession(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!Sessions.isBrought(request) && !request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            answers.complete(request).setStatusCode(NO_CONTENT).end();
            return;
        }
        door.identify(context)
                .onSuccess(caller -> {
                    answers.complete(request).putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
                    request.response().end(describe(caller).toBuffer());
                })
                .onFailure(refusal -> answers.refuse(refusal, request));
    }

    private JsonObject describe(SecurityIdentity caller) {
        JsonWebToken token = (JsonWebToken) caller.getPrincipal();
        JsonArray units = new JsonArray();
        if (token.getClaim("units") instanceof jakarta.json.JsonArray codes) {
            codes.getValuesAs(JsonString.class).forEach(code -> units.add(code.getString()));
        }
        List<String> roles =
                caller.getRoles().stream().filter(Role.ALL::contains).sorted().toList();
        return new JsonObject()
                .put("username", token.<@Nullable Object>getClaim("preferred_username"))
                .put("roles", new JsonArray(roles))
                .put("units", units)
                .put(
                        "expiresAt",
                        Instant.ofEpochSecond(token.getExpirationTime()).toString())
                .put("operations", new JsonArray(operations.of(Set.copyOf(roles))));
    }

    private Future<@Nullable SecurityIdentity> authenticate(RoutingContext context) {
        return onEventLoop(context, mechanism.authenticate(context, providers));
    }

    /// Where the browser signs in.
    private Future<String> challenge(RoutingContext context) {
        return onEventLoop(context, mechanism.getChallenge(context))
                .compose(challenge -> location(challenge) instanceof String location
                        ? Future.succeededFuture(location)
                        : Future.failedFuture(new AuthenticationCompletionException("no place to sign in")));
    }

    private static @Nullable String location(ChallengeData challenge) {
        return challenge.getHeaders().entrySet().stream()
                .filter(header -> HttpHeaders.LOCATION
                        .toString()
                        .equalsIgnoreCase(header.getKey().toString()))
                .map(header -> header.getValue())
                .findFirst()
                .orElse(null);
    }

    private static <T> Future<T> onEventLoop(RoutingContext context, Uni<T> uni) {
        return Future.fromCompletionStage(
                uni.subscribeAsCompletionStage(), context.vertx().getOrCreateContext());
    }

    /// A path of this origin that every browser reads so: `//host` and `/\host` would lead elsewhere.
    static boolean isLocal(String target) {
        return target.startsWith("/")
                && !target.startsWith("//")
                && target.chars().allMatch(character -> character > ' ' && character < 0x7f && character != '\\');
    }

    private void redirect(HttpServerRequest request, String location) {
        HttpServerResponse response = answers.complete(request);
        response.setStatusCode(FOUND).putHeader(HttpHeaders.LOCATION, location).end();
    }
}
