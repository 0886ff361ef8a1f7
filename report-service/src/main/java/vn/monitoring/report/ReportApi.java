package vn.monitoring.report;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Writes into the OpenAPI document what holds for every operation: the errors that any of them can answer with, by its
/// shape.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ReportApi implements OASFilter {

    /// What the framework writes by itself.
    private static final Set<String> GENERATED = Set.of("", "Not Authorized", "Not Allowed", "Bad Request");

    private static final String PROBLEM = "#/components/schemas/Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        for (Map.Entry<String, PathItem> path :
                document.getPaths().getPathItems().entrySet()) {
            path.getValue().getOperations().forEach((method, operation) -> addErrors(path.getKey(), operation));
        }
    }

    private static void addErrors(String path, Operation operation) {
        add(operation, "400", "INVALID_REQUEST: a parameter, a header or the body is not of the right shape");
        add(operation, "401", "UNAUTHENTICATED: no valid access token for this service");
        add(operation, "403", "FORBIDDEN: the role may not do this");
        add(operation, "500", "INTERNAL: unexpected; the traceId leads to the log");
        if (path.contains("{")) {
            add(operation, "404", "NOT_FOUND: absent or outside of the caller's units");
        }
        if (operation.getRequestBody() != null) {
            add(operation, "413", "TOO_LARGE: the body is too large");
            add(operation, "415", "UNSUPPORTED_MEDIA_TYPE: the body is not JSON");
        }
        if (hasParameter(operation, "If-Match")) {
            add(operation, "412", "STALE: the ETag is not the current one");
            add(operation, "428", "PRECONDITION_REQUIRED: If-Match is missing");
        }
        operation.getResponses().getAPIResponses().forEach(ReportApi::giveProblemBody);
    }

    private static void add(Operation operation, String status, String description) {
        @Nullable APIResponse present = operation.getResponses().getAPIResponse(status);
        if (present == null) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        } else if (present.getDescription() == null || GENERATED.contains(present.getDescription())) {
            present.setDescription(description);
        } else if (!present.getDescription().contains(description)) {
            present.setDescription(present.getDescription() + "; " + description);
        }
    }

    private static void giveProblemBody(String status, APIResponse response) {
        if (status.compareTo("400") >= 0 && response.getContent() == null) {
            Content content = OASFactory.createContent()
                    .addMediaType(
                            "application/problem+json",
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref(PROBLEM)));
            response.setContent(content);
        }
    }

    private static boolean hasParameter(Operation operation, String name) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }
}
