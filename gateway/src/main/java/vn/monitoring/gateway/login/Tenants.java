package vn.monitoring.gateway.login;

import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/// Whose rules hold for a request: a token's, or the dashboard's session. A token in hand comes before a cookie.
@Singleton
class Tenants implements TenantResolver {

    static final String DASHBOARD = "dashboard";

    @Override
    public String resolve(RoutingContext context) {
        return context.request().headers().contains(HttpHeaders.AUTHORIZATION)
                ? OidcUtils.DEFAULT_TENANT_ID
                : DASHBOARD;
    }
}
