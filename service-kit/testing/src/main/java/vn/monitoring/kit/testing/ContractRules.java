package vn.monitoring.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What every operation of an OpenAPI document promises alike (the rules of the API), checked on the document.
///
/// What a single operation may do otherwise is told with its reason in the service's `contract-exceptions.csv`
/// ([ContractExceptions]).
final class ContractRules {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Set<String> ROLES = Set.of(
            "inspector",
            "integration",
            "leader",
            "province-admin",
            "reporter",
            "standing-body",
            "steering-committee",
            "unit-head");
    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z]+([A-Z][a-z0-9]*)*");
    private static final Pattern SEGMENT =
            Pattern.compile("[a-z0-9-]+(:batch)?|v1|\\{[A-Za-z]+}(\\.ics)?|[a-z]+\\.ics");
    private static final Set<String> VERBS = Set.of(
            "accept",
            "activate",
            "approve",
            "assign",
            "cancel",
            "close",
            "confirm",
            "create",
            "delete",
            "get",
            "list",
            "open",
            "publish",
            "reject",
            "remove",
            "reopen",
            "return-back",
            "send",
            "submit",
            "update",
            "verify");
    private static final Pattern NAMED_ROLES = Pattern.compile("Roles: ([^.]*)\\.");
    private static final Pattern ROLE = Pattern.compile("[a-z]+(-[a-z]+)?");

    private static final int MOST_ON_A_PAGE = 200;

    /// A broken rule.
    ///
    /// @param operation its operationId
    /// @param rule the rule's name, as it stands in the exceptions
    record Violation(String operation, String rule, String told) {
        @Override
        public String toString() {
            return operation + ": " + rule + " – " + told;
        }
    }

    private record Operation(String method, String path, JsonNode node) {
        String id() {
            return node.path("operationId").asText();
        }

        boolean isPublic() {
            return node.path("security").isArray() && node.path("security").isEmpty();
        }
    }

    private final JsonNode document;
    private final List<Violation> violations = new ArrayList<>();

    private ContractRules(JsonNode document) {
        this.document = document;
    }

    static List<Violation> violations(JsonNode document) {
        ContractRules rules = new ContractRules(document);
        rules.check();
        return List.copyOf(rules.violations);
    }

    private void check() {
        List<Operation> operations = operations();
        Set<String> ids = new HashSet<>();
        for (Operation operation : operations) {
            if (!CAMEL_CASE.matcher(operation.id()).matches() || !ids.add(operation.id())) {
                tell(operation, "operation-id", "is not unique and in camel case");
            }
            checkWords(operation);
            checkPath(operation);
            checkAnswers(operation);
            checkWrites(operation);
            checkReads(operation);
            checkContent(operation);
        }
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(item -> item.getValue().properties().forEach(entry -> {
                    if (METHODS.contains(entry.getKey())) {
                        operations.add(new Operation(entry.getKey(), item.getKey(), entry.getValue()));
                    }
                }));
        return operations;
    }

    private void checkWords(Operation operation) {
        if (operation.node().path("summary").asText().isBlank()) {
            tell(operation, "summary", "has none");
        }
        String description = operation.node().path("description").asText().replace('\n', ' ');
        if (operation.isPublic()) {
            if (!description.contains("Public: ")) {
                tell(operation, "roles", "asks for no token and does not say so");
            }
            return;
        }
        Set<String> needed = new TreeSet<>();
        operation
                .node()
                .path("security")
                .forEach(requirement -> requirement.forEach(roles -> roles.forEach(role -> {
                    needed.add(role.asText());
                })));
        Matcher named = NAMED_ROLES.matcher(description);
        if (!named.find()) {
            tell(operation, "roles", "does not name them");
        } else if (!rolesIn(named.group(1)).equals(needed)) {
            tell(operation, "roles", "names " + rolesIn(named.group(1)) + " and asks for " + needed);
        }
    }

    private static Set<String> rolesIn(String text) {
        if (text.contains("every role")) {
            return ROLES;
        }
        Set<String> roles = new TreeSet<>();
        Matcher role = ROLE.matcher(text);
        while (role.find()) {
            if (ROLES.contains(role.group())) {
                roles.add(role.group());
            }
        }
        return roles;
    }

    private void checkPath(Operation operation) {
        for (String segment : operation.path().substring(1).split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches()) {
                tell(operation, "path", segment + " is not written as the others");
            }
            if (VERBS.contains(segment.toLowerCase(Locale.ROOT))) {
                tell(operation, "path", segment + " is a verb");
            }
        }
    }

    private void checkAnswers(Operation operation) {
        Set<String> statuses = new TreeSet<>();
        operation.node().path("responses").properties().forEach(entry -> {
            statuses.add(entry.getKey());
            JsonNode answer = resolve(entry.getValue());
            if (entry.getKey().compareTo("400") >= 0) {
                JsonNode schema =
                        answer.path("content").path("application/problem+json").path("schema");
                if (!schema.path("$ref").asText().endsWith("/Problem")) {
                    tell(operation, "problem", entry.getKey() + " is none");
                }
            }
            if (answer.path("description").asText().isBlank()) {
                tell(operation, "answer", entry.getKey() + " is not described");
            }
        });
        if (statuses.stream().noneMatch(status -> status.startsWith("2"))) {
            tell(operation, "success", "has no answer of success");
        }
        List<String> needed = new ArrayList<>(List.of("400", "406", "500"));
        if (!operation.isPublic()) {
            needed.addAll(List.of("401", "403"));
        }
        if (operation.path().contains("{")) {
            needed.add("404");
        }
        if (operation.node().has("requestBody")) {
            needed.addAll(List.of("413", "415"));
        }
        needed.stream()
                .filter(status -> !statuses.contains(status))
                .forEach(status -> tell(operation, "answer", status + " is missing"));
    }

    private void checkWrites(Operation operation) {
        boolean conditional = find(operation, "If-Match") != null;
        switch (operation.method()) {
            case "post" -> {
                if (find(operation, "Idempotency-Key") == null) {
                    tell(operation, "idempotency-key", "does not take one");
                }
                if (!conditional && isTransition(operation.path())) {
                    tell(operation, "if-match", "changes something that has an ETag and does not ask for it");
                }
            }
            case "put", "patch", "delete" -> {
                if (!conditional) {
                    tell(operation, "if-match", "does not ask for it");
                }
            }
            default -> {}
        }
        if (conditional) {
            for (String status : List.of("412", "428")) {
                if (!operation.node().path("responses").has(status)) {
                    tell(operation, "if-match", status + " is missing");
                }
            }
        }
    }

    /// Whether the thing under whose path a POST stands carries an ETag when it is read.
    private boolean isTransition(String path) {
        int end = path.lastIndexOf('}');
        while (end > 0) {
            JsonNode read =
                    document.path("paths").path(path.substring(0, end + 1)).path("get");
            if (end + 1 < path.length() && read.path("responses").has("304")) {
                return true;
            }
            end = path.lastIndexOf('}', end - 1);
        }
        return false;
    }

    private void checkReads(Operation operation) {
        if (!operation.method().equals("get")) {
            return;
        }
        JsonNode success = resolve(operation.node().path("responses").path("200"));
        if (operation.node().path("responses").has("304")
                && (find(operation, "If-None-Match") == null
                        || !success.path("headers").has("ETag"))) {
            tell(operation, "etag", "answers 304 without ETag and If-None-Match");
        }
        JsonNode body = resolve(success.path("content").path("application/json").path("schema"));
        if (body.path("type").asText().equals("array")) {
            tell(operation, "page", "answers a bare array");
        }
        if (operation.id().startsWith("list")
                && success.path("content").has("application/json")
                && !(body.path("properties").has("items")
                        && body.path("properties").has("next")
                        && find(operation, "cursor") != null
                        && find(operation, "limit") != null)) {
            tell(operation, "page", "is not {items, next} with cursor and limit");
        }
        JsonNode limit = find(operation, "limit");
        if (limit != null && resolve(limit.path("schema")).path("maximum").asInt(Integer.MAX_VALUE) > MOST_ON_A_PAGE) {
            tell(operation, "limit", "may be more than " + MOST_ON_A_PAGE);
        }
        if (find(operation, "cursor") != null && !success.path("headers").has("Link")) {
            tell(operation, "page", "does not give Link");
        }
    }

    /// What is sent as JSON has an example that is valid.
    private void checkContent(Operation operation) {
        JsonNode media = operation.node().path("requestBody").path("content").path("application/json");
        if (media.isMissingNode()) {
            return;
        }
        JsonNode schema = media.path("schema");
        List<JsonNode> examples = new ArrayList<>();
        if (media.has("example")) {
            examples.add(media.path("example"));
        }
        media.path("examples").forEach(example -> examples.add(resolve(example).path("value")));
        resolve(schema).path("examples").forEach(examples::add);
        if (examples.isEmpty()) {
            JsonNode ofFields = new ContractExamples(document).of(schema);
            if (ofFields == null) {
                tell(operation, "example", "its content has none");
            } else {
                examples.add(ofFields);
            }
        }
        for (JsonNode example : examples) {
            List<String> faults = ContractSchemas.violations(document, schema, example);
            if (!faults.isEmpty()) {
                tell(operation, "example", example + " is not valid: " + faults);
            }
        }
    }

    private @Nullable JsonNode find(Operation operation, String parameter) {
        for (JsonNode declared : operation.node().path("parameters")) {
            JsonNode resolved = resolve(declared);
            if (resolved.path("name").asText().equalsIgnoreCase(parameter)) {
                return resolved;
            }
        }
        return null;
    }

    private JsonNode resolve(JsonNode node) {
        JsonNode current = node;
        while (current.path("$ref").isTextual()) {
            current = document.at(current.path("$ref").asText().substring(1));
        }
        return current;
    }

    private void tell(Operation operation, String rule, String told) {
        violations.add(new Violation(operation.id(), rule, told));
    }
}
