package vn.monitoring.kit.security;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Tells who makes a request by the access token in it: the one place where tokens are believed, in the
/// gateway as in the services.
///
/// In this order, the cheapest first: how the token is presented; whether it was verified before; whether
/// it has the shape of a token; signature, issuer, audience and times; the platform's own rules for it; and
/// at last, each time, whether a token bound to a key comes with a proof of it (`Authorization: DPoP …` and
/// `DPoP: <proof>`), and one that is not bound without.
///
/// For a handler of Vert.x, on the event loop or elsewhere:
/// ```
/// accessTokens.authenticate(context).subscribe().with(identity -> forward(identity), failure -> refuse(failure));
/// ```
/// The identity is null when there is no token. A failure is an [AuthenticationFailedException] (401, with
/// `WWW-Authenticate: ` [Challenge#of]), an [IssuerUnreachable] (503, `Retry-After`), or a defect. Nothing
/// here blocks, and a token that was verified before is answered at once, on the calling thread. Both
/// headers are handed on to the services as they came: they check them again. Resource methods need not
/// call this: [TokenMechanism] does.
@ApplicationScoped
public class AccessTokens {

    private final VerifiedTokens verified;
    private final TokenRules rules;
    private final DpopProofs proofs;
    private final IdentityProviderManager providers;

    AccessTokens(VerifiedTokens verified, TokenRules rules, DpopProofs proofs, IdentityProviderManager providers) {
        this.verified = verified;
        this.rules = rules;
        this.proofs = proofs;
        this.providers = providers;
    }

    /// @return null for a request without a token; fails with [AuthenticationFailedException] for one that
    /// is refused, with [IssuerUnreachable] when it is signed by a key that cannot be had now
    public Uni<SecurityIdentity> authenticate(RoutingContext context) {
        return Uni.createFrom()
                .deferred(() -> PresentedToken.of(context.request())
                        .map(token -> authenticate(token, context))
                        .orElseGet(() -> Uni.createFrom().nullItem()));
    }

    private Uni<SecurityIdentity> authenticate(PresentedToken token, RoutingContext context) {
        Optional<SecurityIdentity> known = verified.find(token.value());
        if (known.isPresent()) {
            return Uni.createFrom().item(proven(token, known.get(), context.request()));
        }
        Optional<String> fault = TokenShape.fault(token.value());
        if (fault.isPresent()) {
            throw Challenge.refusal(token.scheme(), Challenge.Fault.INVALID_TOKEN, fault.get());
        }
        return providers
                .authenticate(HttpSecurityUtils.setRoutingContextAttribute(
                        new TokenAuthenticationRequest(new AccessTokenCredential(token.value())), context))
                .map(checked -> accepted(token, checked))
                .onFailure(IssuerUnreachable::isCauseOf)
                .transform(IssuerUnreachable::new)
                .onFailure(AuthenticationFailedException.class)
                .transform(failure -> Challenge.refusal(token.scheme(), (AuthenticationFailedException) failure))
                .map(identity -> proven(token, identity, context.request()));
    }

    private SecurityIdentity accepted(PresentedToken presented, SecurityIdentity checked) {
        JsonWebToken token = (JsonWebToken) checked.getPrincipal();
        rules.fault(token).ifPresent(fault -> {
            throw Challenge.refusal(presented.scheme(), Challenge.Fault.INVALID_TOKEN, fault);
        });
        SecurityIdentity identity = TokenIdentity.of(token, checked);
        verified.remember(presented.value(), identity, Instant.ofEpochSecond(token.getExpirationTime()));
        return identity;
    }

    private SecurityIdentity proven(PresentedToken presented, SecurityIdentity identity, HttpServerRequest request) {
        String key = TokenIdentity.boundTo(identity);
        if (presented.scheme() == Scheme.BEARER && key != null) {
            throw Challenge.refusal(
                    Scheme.DPOP,
                    Challenge.Fault.INVALID_TOKEN,
                    "the token is bound to a key: send it with the scheme DPoP and a proof");
        }
        if (presented.scheme() == Scheme.DPOP) {
            if (key == null) {
                throw Challenge.refusal(
                        Scheme.BEARER,
                        Challenge.Fault.INVALID_TOKEN,
                        "the token is not bound to a key: send it with the scheme Bearer");
            }
            proofs.require(request, presented.value(), key);
        }
        return identity;
    }
}
