package vn.monitoring.gateway;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The published contract (`docs/api`) and the page that shows it, each read when it is first asked for.
@Singleton
class ContractDocuments {

    private static final String SOMEWHERE = "https://identity.invalid/realms/monitoring";

    /// Resources under `docs/` by path.
    private static final Map<String, Source> SOURCES = Map.of(
            "/openapi.yaml", new Source("openapi.yaml", "application/yaml;charset=utf-8"),
            "/openapi.json", new Source("openapi.yaml", "application/json"),
            "/asyncapi.yaml", new Source("asyncapi.yaml", "application/yaml;charset=utf-8"),
            "/docs", new Source("index.html", "text/html;charset=utf-8"),
            "/docs/docs.js", new Source("docs.js", "text/javascript;charset=utf-8"),
            "/docs/docs.css", new Source("docs.css", "text/css;charset=utf-8"),
            "/docs/swagger-ui.css", new Source("swagger-ui.css", "text/css;charset=utf-8"),
            "/docs/swagger-ui-bundle.js", new Source("swagger-ui-bundle.js", "text/javascript;charset=utf-8"),
            "/docs/favicon-32x32.png", new Source("favicon-32x32.png", "image/png"));

    private record Source(String resource, String mediaType) {}

    private final String issuer;
    private final Map<String, PublishedDocument> read = new ConcurrentHashMap<>();

    ContractDocuments(@ConfigProperty(name = "contract.issuer") String issuer) {
        this.issuer = issuer;
    }

    /// Scheme, host and port of the realm.
    String realmOrigin() {
        URI realm = URI.create(issuer);
        return realm.getScheme() + "://" + realm.getAuthority();
    }

    static Iterable<String> paths() {
        return SOURCES.keySet();
    }

    /// The document of one of [#paths]; blocks when it is asked for the first time.
    PublishedDocument get(String path) {
        return read.computeIfAbsent(path, this::load);
    }

    private PublishedDocument load(String path) {
        Source source = SOURCES.get(path);
        if (source == null) {
            throw new IllegalArgumentException(path);
        }
        byte[] content = resource(source.resource());
        if (source.resource().endsWith(".yaml")) {
            content = new String(content, StandardCharsets.UTF_8)
                    .replace(SOMEWHERE, issuer)
                    .getBytes(StandardCharsets.UTF_8);
        }
        return PublishedDocument.of(source.mediaType(), path.endsWith(".json") ? json(content) : content);
    }

    private static byte[] json(byte[] yaml) {
        try {
            return new JsonMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream stream = ContractDocuments.class.getResourceAsStream("/docs/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The resource docs/" + name + " is missing in the build");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
