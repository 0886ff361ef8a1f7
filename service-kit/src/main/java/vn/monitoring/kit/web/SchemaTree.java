package vn.monitoring.kit.web;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/// The schemas of an OpenAPI document: its components, and those that stand in its operations.
final class SchemaTree {

    private static final String PREFIX = "#/components/schemas/";

    private final OpenAPI document;

    SchemaTree(OpenAPI document) {
        this.document = document;
    }

    static String reference(String name) {
        return PREFIX + name;
    }

    /// The name of the component that a schema refers to.
    static @Nullable String nameOf(Schema schema) {
        String reference = schema.getRef();
        return reference != null && reference.startsWith(PREFIX) ? reference.substring(PREFIX.length()) : null;
    }

    Map<String, Schema> components() {
        Components components = document.getComponents();
        return components == null || components.getSchemas() == null ? Map.of() : components.getSchemas();
    }

    List<Operation> operations() {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .toList();
    }

    /// Every schema of the document, once.
    void forEach(Consumer<Schema> action) {
        components().values().forEach(schema -> walk(schema, action));
        for (Operation operation : operations()) {
            if (operation.getParameters() != null) {
                operation.getParameters().forEach(parameter -> {
                    if (parameter.getSchema() != null) {
                        walk(parameter.getSchema(), action);
                    }
                });
            }
            requestSchemas(operation).forEach(schema -> walk(schema, action));
            answerSchemas(operation).forEach(schema -> walk(schema, action));
        }
    }

    /// The components that the bodies of requests hold, at any depth.
    Set<String> requested() {
        return reachable(operations().stream()
                .flatMap(operation -> requestSchemas(operation).stream())
                .toList());
    }

    /// The components that anything but components refers to, at any depth.
    Set<String> used() {
        Set<String> direct = new HashSet<>();
        for (Operation operation : operations()) {
            direct.addAll(reachable(requestSchemas(operation)));
            direct.addAll(reachable(answerSchemas(operation)));
            if (operation.getParameters() != null) {
                operation.getParameters().stream()
                        .filter(parameter -> parameter.getSchema() != null)
                        .forEach(parameter -> direct.addAll(reachable(List.of(parameter.getSchema()))));
            }
        }
        return direct;
    }

    private Set<String> reachable(Collection<Schema> roots) {
        Set<String> names = new HashSet<>();
        Deque<Schema> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            walk(open.removeFirst(), schema -> {
                String name = nameOf(schema);
                if (name != null && components().containsKey(name) && names.add(name)) {
                    open.addLast(components().get(name));
                }
            });
        }
        return names;
    }

    private static List<Schema> requestSchemas(Operation operation) {
        return operation.getRequestBody() == null
                ? List.of()
                : schemas(operation.getRequestBody().getContent());
    }

    private static List<Schema> answerSchemas(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream()
                .flatMap(answer -> schemas(answer.getContent()).stream())
                .toList();
    }

    private static List<Schema> schemas(@Nullable Content content) {
        return content == null
                ? List.of()
                : content.getMediaTypes().values().stream()
                        .filter(type -> type.getSchema() != null)
                        .map(type -> type.getSchema())
                        .toList();
    }

    private static void walk(Schema schema, Consumer<Schema> action) {
        action.accept(schema);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> walk(property, action));
        }
        if (schema.getItems() != null) {
            walk(schema.getItems(), action);
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            walk(schema.getAdditionalPropertiesSchema(), action);
        }
        walkAll(schema.getAllOf(), action);
        walkAll(schema.getAnyOf(), action);
        walkAll(schema.getOneOf(), action);
    }

    private static void walkAll(@Nullable List<Schema> schemas, Consumer<Schema> action) {
        if (schemas != null) {
            schemas.forEach(schema -> walk(schema, action));
        }
    }
}
