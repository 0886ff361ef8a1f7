package vn.monitoring.kit.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.security.Role;

/// Writes into a service's OpenAPI document what holds for every operation by its shape: the errors that any of them
/// can answer with, each as a problem, and the key under which a POST may be sent again.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {

    /// What the framework writes by itself.
    private static final Set<String> GENERATED = Set.of("", "Not Authorized", "Not Allowed", "Bad Request");

    private static final List<String> EVERY_ROLE = Role.ALL.stream().sorted().toList();

    private static final String PROBLEM = "#/components/schemas/Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        if (document.getTags() != null) {
            document.getTags().forEach(tag -> tag.setName(title(tag.getName())));
        }
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        add(operation, "400", "INVALID_REQUEST: a parameter, a header or the body is not of the right shape");
        add(operation, "401", "UNAUTHENTICATED: no valid access token for this service");
        add(operation, "403", "FORBIDDEN: the role may not do this");
        add(operation, "500", "INTERNAL: unexpected; the traceId leads to the log");
        nameEveryRole(operation);
        if (operation.getTags() != null) {
            operation.setTags(
                    operation.getTags().stream().map(CommonAnswers::title).toList());
        }
        if (path.contains("{")) {
            add(operation, "404", "NOT_FOUND: absent or outside of the caller's units");
        }
        if (operation.getRequestBody() != null) {
            add(operation, "413", "TOO_LARGE: the body is too large");
            add(operation, "415", "UNSUPPORTED_MEDIA_TYPE: the body is of another type");
        }
        if (hasParameter(operation, "If-Match")) {
            add(operation, "412", "STALE: the ETag is not the current one");
            add(operation, "428", "PRECONDITION_REQUIRED: If-Match is missing");
        }
        if (method == PathItem.HttpMethod.POST) {
            completePost(operation);
        }
        operation.getResponses().getAPIResponses().forEach(CommonAnswers::giveProblemBody);
    }

    /// `central-updates` reads `Central updates`.
    private static String title(String tag) {
        String words = tag.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// A reader of the contract sees the roles that exist, not the word for all of them; an operation that asks for
    /// none says so.
    private static void nameEveryRole(Operation operation) {
        List<SecurityRequirement> requirements = operation.getSecurity();
        if (requirements == null) {
            operation.setSecurity(List.of());
            return;
        }
        for (SecurityRequirement requirement : requirements) {
            Map<String, List<String>> schemes = new LinkedHashMap<>(requirement.getSchemes());
            schemes.replaceAll((_, roles) -> roles.contains(Role.EVERY) ? EVERY_ROLE : roles);
            requirement.setSchemes(schemes);
        }
    }

    private static void completePost(Operation operation) {
        if (!hasParameter(operation, "Idempotency-Key")) {
            operation.addParameter(OASFactory.createParameter()
                    .name("Idempotency-Key")
                    .in(Parameter.In.HEADER)
                    .description("The same key answers the same for 24 hours and writes once")
                    .schema(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(255)));
        }
        add(operation, "409", "REQUEST_IN_PROGRESS: the first request of this key still runs");
        add(operation, "422", "IDEMPOTENCY_KEY_REUSED: the key was used for other content");
    }

    private static void add(Operation operation, String status, String description) {
        @Nullable APIResponse present = operation.getResponses().getAPIResponse(status);
        if (present == null) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        } else if (present.getDescription() == null || GENERATED.contains(present.getDescription())) {
            present.setDescription(description);
        } else if (!present.getDescription().contains(description.substring(0, description.indexOf(':')))) {
            present.setDescription(present.getDescription() + "; " + description);
        }
    }

    private static void giveProblemBody(String status, APIResponse response) {
        if (status.compareTo("400") >= 0 && response.getContent() == null) {
            response.setContent(OASFactory.createContent()
                    .addMediaType(
                            "application/problem+json",
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref(PROBLEM))));
        }
    }

    private static boolean hasParameter(Operation operation, String name) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }
}
