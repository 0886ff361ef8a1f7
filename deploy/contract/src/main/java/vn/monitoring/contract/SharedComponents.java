package vn.monitoring.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which components of several documents are the same, and which only share a name.
final class SharedComponents {

    private static final String PREFIX = "#/components/";

    private final Map<String, ObjectNode> services;

    /// Definitions by reference (`#/components/schemas/Text`) and service.
    private final Map<String, Map<String, JsonNode>> definitions = new TreeMap<>();

    private SharedComponents(Map<String, ObjectNode> services) {
        this.services = services;
        services.forEach((service, document) -> MergedApi.properties(document.path("components"))
                .forEach((section, components) -> MergedApi.properties(components)
                        .forEach((name, definition) -> definitions
                                .computeIfAbsent(PREFIX + section + "/" + name, _ -> new LinkedHashMap<>())
                                .put(service, definition))));
    }

    static SharedComponents of(Map<String, ObjectNode> services) {
        return new SharedComponents(services);
    }

    /// Copies of the documents in which a name means one thing.
    Map<String, ObjectNode> separated() {
        Set<String> clashing = clashing();
        Map<String, ObjectNode> separated = new LinkedHashMap<>();
        services.forEach((service, document) -> {
            Map<String, String> names = new LinkedHashMap<>();
            clashing.forEach(reference -> {
                if (definitions.getOrDefault(reference, Map.of()).containsKey(service)) {
                    names.put(reference, nameOf(reference, service));
                }
            });
            separated.put(service, renamed(document, names));
        });
        return separated;
    }

    /// Those of different definition, and then all of equal words that refer to one of them.
    private Set<String> clashing() {
        Set<String> clashing = new HashSet<>();
        definitions.forEach((reference, byService) -> {
            if (new HashSet<>(byService.values()).size() > 1) {
                clashing.add(reference);
            }
        });
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<String, Map<String, JsonNode>> entry : definitions.entrySet()) {
                if (entry.getValue().size() > 1
                        && entry.getValue().values().stream().anyMatch(node -> refersToAny(node, clashing))) {
                    grown |= clashing.add(entry.getKey());
                }
            }
        }
        return clashing;
    }

    private static boolean refersToAny(JsonNode definition, Set<String> references) {
        return Yaml.objects(definition).stream()
                .anyMatch(object -> references.contains(object.path("$ref").asText()));
    }

    /// The service's name before its own, unless that is taken already.
    private String nameOf(String reference, String service) {
        int slash = reference.lastIndexOf('/') + 1;
        String section = reference.substring(0, slash);
        String name = reference.substring(slash);
        List<String> candidates = List.of(service + name, service + "Service" + name);
        return candidates.stream()
                .map(candidate -> section + candidate)
                .filter(candidate -> !definitions.containsKey(candidate))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No free name for " + reference + " of " + service));
    }

    private static ObjectNode renamed(ObjectNode document, Map<String, String> names) {
        ObjectNode copy = document.deepCopy();
        names.forEach((from, to) -> {
            int slash = from.lastIndexOf('/') + 1;
            ObjectNode section = (ObjectNode) copy.path("components").path(from.substring(PREFIX.length(), slash - 1));
            section.set(to.substring(to.lastIndexOf('/') + 1), section.remove(from.substring(slash)));
        });
        for (ObjectNode object : Yaml.objects(copy)) {
            String reference = object.path("$ref").asText();
            if (names.containsKey(reference)) {
                object.put("$ref", names.get(reference));
            }
            if (object.path("mapping") instanceof ObjectNode mapping && object.has("propertyName")) {
                MergedApi.properties(mapping)
                        .forEach((value, target) -> mapping.set(
                                value, TextNode.valueOf(names.getOrDefault(target.asText(), target.asText()))));
            }
        }
        return copy;
    }
}
