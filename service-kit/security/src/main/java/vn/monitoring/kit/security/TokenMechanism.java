package vn.monitoring.kit.security;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/// Lets the framework ask [AccessTokens] who calls, before it asks the mechanism that comes with
/// quarkus-oidc: that one knows a single scheme, Bearer or DPoP, for all clients, and compares a proof with
/// the address that the service, not the client, sees.
@ApplicationScoped
class TokenMechanism implements HttpAuthenticationMechanism {

    private static final int UNAUTHORIZED = 401;

    private final AccessTokens tokens;

    TokenMechanism(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return tokens.authenticate(context);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        Throwable refusal = HttpSecurityUtils.getAuthenticationFailureFromEvent(context);
        String challenge = refusal == null ? Challenge.ANY_TOKEN : Challenge.of(refusal);
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, HttpHeaderNames.WWW_AUTHENTICATE, challenge));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    /// Above that of quarkus-oidc, which is one above the default.
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 2;
    }
}
