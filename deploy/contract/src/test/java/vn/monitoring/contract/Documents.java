package vn.monitoring.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where the documents lie in the sources, and how the published ones are made of them.
final class Documents {

    private static final Path ROOT = Path.of(System.getProperty("monitoring.root", "../.."));

    private Documents() {}

    static Path published(String name) {
        return ROOT.resolve("docs/api").resolve(name);
    }

    static ObjectNode mergedApi() {
        Map<String, ObjectNode> services = new LinkedHashMap<>();
        services.put("Indicator", Yaml.read(ROOT.resolve("indicator-service/openapi.yaml")));
        services.put("Task", Yaml.read(ROOT.resolve("task-service/openapi.yaml")));
        services.put("Report", Yaml.read(ROOT.resolve("report-service/openapi.yaml")));
        return MergedApi.of(Yaml.read(published("gateway.yaml")), services);
    }

    static Path events() {
        return ROOT.resolve("docs/events");
    }

    static ObjectNode bundledEvents() {
        return BundledEvents.of(events().resolve("asyncapi.yaml"));
    }
}
