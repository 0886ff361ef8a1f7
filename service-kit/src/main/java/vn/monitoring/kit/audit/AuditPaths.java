package vn.monitoring.kit.audit;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jspecify.annotations.Nullable;

/// Names in a service's OpenAPI document the one path under which its own trail is read.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class AuditPaths implements OASFilter {

    private static final String GENERAL = "/api/v1/audit/{service}";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        @Nullable PathItem item = document.getPaths().getPathItem(GENERAL);
        if (item == null) {
            return;
        }
        String application = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
        document.getPaths().removePathItem(GENERAL);
        item.getOperations()
                .values()
                .forEach(operation -> operation.getParameters().stream()
                        .filter(parameter -> "service".equals(parameter.getName()))
                        .toList()
                        .forEach(operation::removeParameter));
        document.getPaths().addPathItem(GENERAL.replace("{service}", AuditResource.partOf(application)), item);
    }
}
