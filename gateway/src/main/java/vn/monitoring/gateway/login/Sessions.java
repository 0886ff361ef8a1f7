package vn.monitoring.gateway.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.ServerCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// The sessions that browsers hold in their cookies: encrypted, so that this replica and every other one can open them
/// and nobody else.
///
/// An opened cookie is remembered (by its SHA-256, no longer than its token is valid). A page asks for many things at
/// once: when its token has to be renewed, that is done once for all of them, since the issuer takes a refresh token
/// only once; whoever still comes with the old cookie meanwhile is given the new one too.
@Singleton
public class Sessions {

    private static final String COOKIE = "q_session_" + Tenants.DASHBOARD;
    private static final int MOST = 10_000;

    private final OidcAuthenticationMechanism mechanism;
    private final IdentityProviderManager providers;
    private final Map<String, Future<Session>> opening = new ConcurrentHashMap<>();
    private final Cache<String, Session> opened = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.creating((String cookies, Session session) -> left(session)))
            .build();

    Sessions(OidcAuthenticationMechanism mechanism, IdentityProviderManager providers) {
        this.mechanism = mechanism;
        this.providers = providers;
    }

    /// Whether the request brings a session's cookie, good or not.
    public static boolean isBrought(HttpServerRequest request) {
        return request.cookies().stream().anyMatch(cookie -> cookie.getName().startsWith(COOKIE));
    }

    /// Fails with [AuthenticationFailedException] when the session is over or was never there, with another exception
    /// when it cannot be told. Completes on the event loop of the request, at once when the session is remembered.
    public Future<Session> find(RoutingContext context) {
        String cookies = digest(context.request());
        Session session = opened.getIfPresent(cookies);
        if (session != null && session.expiresAt().isAfter(Instant.now())) {
            keep(session, context);
            return Future.succeededFuture(session);
        }
        Context own = context.vertx().getOrCreateContext();
        Future<Session> found = opening.computeIfAbsent(
                cookies, absent -> open(context, own).onSuccess(fresh -> opened.put(cookies, fresh)));
        found.onComplete(done -> opening.remove(cookies, found));
        return Future.fromCompletionStage(found.toCompletionStage(), own).onSuccess(fresh -> keep(fresh, context));
    }

    /// Tells a browser of the cookies that another of its requests was given.
    private static void keep(Session session, RoutingContext context) {
        HttpServerRequest request = context.request();
        if (session.renewedCookies().isEmpty() || !changedCookies(request).isEmpty()) {
            return;
        }
        session.renewedCookies().forEach(cookie -> request.response().headers().add(HttpHeaders.SET_COOKIE, cookie));
    }

    /// Forgets the session that the request brings.
    public void forget(HttpServerRequest request) {
        opened.invalidate(digest(request));
    }

    private Future<Session> open(RoutingContext context, Context own) {
        return Future.fromCompletionStage(
                        mechanism.authenticate(context, providers).subscribeAsCompletionStage(), own)
                .compose(identity -> identity == null
                        ? Future.failedFuture(new AuthenticationFailedException("there is no session"))
                        : Future.succeededFuture(sessionOf(identity, context.request())));
    }

    private static Session sessionOf(SecurityIdentity identity, HttpServerRequest request) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        return new Session(
                identity,
                identity.getCredential(AccessTokenCredential.class).getToken(),
                Instant.ofEpochSecond(token.getExpirationTime()),
                changedCookies(request));
    }

    /// Those that the mechanism gives to the browser with the answer to this request.
    private static List<String> changedCookies(HttpServerRequest request) {
        return request.cookies().stream()
                .filter(cookie -> cookie.getName().startsWith(COOKIE))
                .filter(cookie -> cookie instanceof ServerCookie changed && changed.isChanged())
                .map(Cookie::encode)
                .toList();
    }

    private static Duration left(Session session) {
        Duration left = Duration.between(Instant.now(), session.expiresAt());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static String digest(HttpServerRequest request) {
        Map<String, String> cookies = new TreeMap<>();
        request.cookies().stream()
                .filter(cookie -> cookie.getName().startsWith(COOKIE))
                .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        try {
            byte[] text = cookies.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
