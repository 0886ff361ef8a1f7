package vn.monitoring.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Serves the contract to everybody: `/openapi.yaml`, `/openapi.json`, `/asyncapi.yaml`, and `/docs` to read and try
/// it. Nothing on that page comes from elsewhere.
@Singleton
class ContractPages {

    /// Swagger UI draws its icons from data and sets styles on elements; scripts come only from here. It asks the realm
    /// how to sign in.
    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "connect-src 'self' %s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final ContractDocuments documents;

    ContractPages(ContractDocuments documents) {
        this.documents = documents;
    }

    void register(@Observes Router router) {
        for (String path : ContractDocuments.paths()) {
            router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).blockingHandler(this::serve, false);
        }
    }

    private void serve(RoutingContext context) {
        String path = context.currentRoute().getPath();
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (path.equals("/docs")) {
            response.putHeader("Content-Security-Policy", PAGE_POLICY.formatted(documents.realmOrigin()));
        }
        DocumentAnswer.send(documents.get(path), context.request());
    }
}
