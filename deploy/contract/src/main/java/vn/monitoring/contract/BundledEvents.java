package vn.monitoring.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The AsyncAPI document in one piece: the schemas it refers to in files of their own stand among its components.
public final class BundledEvents {

    private static final String FILE = "./";
    private static final String ENDING = ".schema.json";

    private BundledEvents() {}

    /// @param document the document; its schema files lie beside it
    /// @throws IllegalArgumentException when a file that it refers to is missing
    public static ObjectNode of(Path document) {
        ObjectNode bundle = Yaml.read(document);
        Map<String, ObjectNode> schemas = new TreeMap<>();
        for (ObjectNode object : Yaml.objects(bundle)) {
            String reference = object.path("$ref").asText();
            if (reference.startsWith(FILE)) {
                String name = nameOf(reference);
                schemas.computeIfAbsent(name, _ -> schema(document.resolveSibling(reference), name));
                object.put("$ref", place(name));
            }
        }
        ObjectNode all = bundle.withObjectProperty("components").withObjectProperty("schemas");
        schemas.forEach(all::set);
        return bundle;
    }

    private static ObjectNode schema(Path file, String name) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("There is no schema " + file.getFileName());
        }
        ObjectNode schema = Yaml.read(file);
        schema.remove("$schema");
        schema.remove("$id");
        for (ObjectNode object : Yaml.objects(schema)) {
            String reference = object.path("$ref").asText();
            if (reference.startsWith("#/")) {
                object.put("$ref", place(name) + reference.substring(1));
            }
        }
        return schema;
    }

    private static String nameOf(String reference) {
        return reference.substring(FILE.length(), reference.length() - ENDING.length());
    }

    private static String place(String name) {
        return "#/components/schemas/" + name;
    }
}
