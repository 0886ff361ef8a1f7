package vn.monitoring.gateway.login;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import java.util.List;

/// A signed-in browser's.
///
/// @param accessToken what the services are shown instead of the cookie
/// @param expiresAt when the access token ends; it is renewed while the session lives
/// @param renewedCookies what the browser is to keep from now on, as values of `Set-Cookie`; empty when the session was
/// not renewed
public record Session(SecurityIdentity identity, String accessToken, Instant expiresAt, List<String> renewedCookies) {}
