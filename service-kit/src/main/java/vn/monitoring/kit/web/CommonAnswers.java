package vn.monitoring.kit.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;
import vn.monitoring.kit.web.ContractParts.Answer;

/// Writes into a service's OpenAPI document what holds for every operation by its shape: the errors it can answer
/// with, the headers it takes and gives, and who may call it.
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = CommonAnswers.LAST)
public class CommonAnswers implements OASFilter {

    /// Filters of a higher priority run earlier: whatever adds answers and types has done so.
    static final int LAST = -1;

    /// What the framework writes by itself.
    private static final Set<String> GENERATED = Set.of("", "Not Authorized", "Not Allowed", "Bad Request");

    private static final List<String> EVERY_ROLE = Role.ALL.stream().sorted().toList();

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        if (document.getTags() != null) {
            document.getTags().forEach(tag -> tag.setName(title(tag.getName())));
        }
        ContractParts.addTo(document);
        Map<String, PathItem> paths = document.getPaths().getPathItems();
        Set<String> versioned = versionedPaths(paths);
        paths.forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
            boolean tagged = isConditional(operation) || (method == HttpMethod.GET && versioned.contains(path));
            complete(path, method, operation, tagged);
        }));
    }

    /// Paths of single things of which a write asks for `If-Match`: reading them gives the ETag.
    private static Set<String> versionedPaths(Map<String, PathItem> paths) {
        Set<String> versioned = new TreeSet<>();
        paths.forEach((path, item) -> {
            if (item.getOperations().values().stream().anyMatch(operation -> hasParameter(operation, "If-Match"))) {
                for (int end = path.indexOf('}'); end >= 0; end = path.indexOf('}', end + 1)) {
                    if (end + 1 == path.length() || path.charAt(end + 1) == '/') {
                        versioned.add(path.substring(0, end + 1));
                    }
                }
            }
        });
        return versioned;
    }

    private static void complete(String path, HttpMethod method, Operation operation, boolean tagged) {
        if (operation.getTags() != null) {
            operation.setTags(
                    operation.getTags().stream().map(CommonAnswers::title).toList());
        }
        nameRoles(operation);
        add(operation, ContractParts.BAD_REQUEST);
        if (!operation.getSecurity().isEmpty()) {
            add(operation, ContractParts.UNAUTHENTICATED);
            add(operation, ContractParts.FORBIDDEN);
        }
        add(operation, ContractParts.NOT_ACCEPTABLE);
        add(operation, ContractParts.INTERNAL);
        if (path.contains("{")) {
            add(operation, ContractParts.NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            add(operation, ContractParts.TOO_LARGE);
            add(operation, ContractParts.UNSUPPORTED);
        }
        if (hasParameter(operation, "If-Match")) {
            add(operation, ContractParts.STALE);
            add(operation, ContractParts.PRECONDITION_REQUIRED);
        }
        if (method == HttpMethod.POST) {
            take(operation, "Idempotency-Key");
            add(operation, ContractParts.IN_PROGRESS);
            add(operation, ContractParts.KEY_REUSED);
        }
        if (method == HttpMethod.GET && tagged) {
            take(operation, "If-None-Match");
            if (operation.getResponses().getAPIResponse("304") == null) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                "304", OASFactory.createAPIResponse().description("Not changed since that ETag"));
            }
        }
        take(operation, "Accept-Language");
        shareParameters(operation);
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getRef() == null) {
                completeAnswer(status, response, operation, tagged);
            }
        });
    }

    private static void completeAnswer(String status, APIResponse response, Operation operation, boolean tagged) {
        if (status.compareTo("400") >= 0 && response.getContent() == null) {
            response.setContent(ContractParts.problem());
        }
        give(response, "X-Request-Id");
        if (tagged && (status.startsWith("2") || status.equals("304"))) {
            give(response, "ETag");
        }
        if (status.equals("200") && hasParameter(operation, "#/components/parameters/Cursor")) {
            give(response, "Link");
        }
        if (status.equals("201")) {
            give(response, "Location");
        }
    }

    private static void give(APIResponse response, String header) {
        if (response.getHeaders() == null || !response.getHeaders().containsKey(header)) {
            response.addHeader(header, ContractParts.headerReference(header));
        }
    }

    private static void take(Operation operation, String header) {
        if (!hasParameter(operation, header)) {
            operation.addParameter(ContractParts.reference(header));
        }
    }

    /// What is declared without words of its own is what it is everywhere.
    private static void shareParameters(Operation operation) {
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : operation.getParameters()) {
            boolean silent = parameter.getRef() == null && isBlank(parameter.getDescription());
            if (silent && ContractParts.REQUEST_HEADERS.containsKey(String.valueOf(parameter.getName()))) {
                parameters.add(ContractParts.reference(parameter.getName()));
            } else if ("cursor".equals(parameter.getName())) {
                parameters.add(ContractParts.reference("Cursor"));
            } else {
                if (silent && "limit".equals(parameter.getName())) {
                    parameter.setDescription("How many at most on this page");
                }
                parameters.add(parameter);
            }
        }
        operation.setParameters(parameters);
    }

    /// `central-updates` reads `Central updates`.
    private static String title(String tag) {
        String words = tag.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// A reader of the contract sees the roles that exist, not the word for all of them; an operation that asks for
    /// none says so. The description names them unless it does already.
    private static void nameRoles(Operation operation) {
        List<SecurityRequirement> requirements = operation.getSecurity();
        if (requirements == null || requirements.isEmpty()) {
            operation.setSecurity(List.of());
            operation.getResponses().removeAPIResponse("401");
            operation.getResponses().removeAPIResponse("403");
            describe(operation, "Public: ", "Public: no access token is needed.");
            return;
        }
        Set<String> roles = new TreeSet<>();
        for (SecurityRequirement requirement : requirements) {
            Map<String, List<String>> schemes = new LinkedHashMap<>(requirement.getSchemes());
            schemes.replaceAll((_, named) -> named.contains(Role.EVERY) ? EVERY_ROLE : named);
            requirement.setSchemes(schemes);
            schemes.values().forEach(roles::addAll);
        }
        boolean every = roles.isEmpty() || roles.containsAll(EVERY_ROLE);
        describe(operation, "Roles: ", "Roles: " + (every ? "every role" : String.join(", ", roles)) + ".");
    }

    private static void describe(Operation operation, String mark, String sentence) {
        String description = operation.getDescription();
        if (isBlank(description)) {
            operation.setDescription(sentence);
        } else if (!description.replace('\n', ' ').contains(mark)) {
            operation.setDescription(
                    description.strip() + (description.strip().matches("(?s).*[.:!?`]") ? " " : ". ") + sentence);
        }
    }

    private static void add(Operation operation, Answer answer) {
        @Nullable APIResponse present = operation.getResponses().getAPIResponse(answer.status());
        if (present == null || isBlank(present.getDescription()) || GENERATED.contains(present.getDescription())) {
            operation.getResponses().addAPIResponse(answer.status(), ContractParts.reference(answer));
        } else if (!present.getDescription().contains(answer.code())) {
            present.setDescription(present.getDescription() + "; " + answer.description());
        }
    }

    private static boolean isConditional(Operation operation) {
        return hasParameter(operation, "If-None-Match") || hasParameter(operation, "If-Match");
    }

    /// By name or by reference.
    private static boolean hasParameter(Operation operation, String name) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null
                && parameters.stream()
                        .anyMatch(parameter -> name.equals(parameter.getName()) || name.equals(parameter.getRef()));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
