package vn.monitoring.kit.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/// Marks [Sunset] operations in the contract as deprecated and says until when they answer and what replaces them.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class SunsetMarks implements OASFilter {

    private static final DotName SUNSET = DotName.createSimple(Sunset.class);
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

    private final Map<String, AnnotationInstance> sunsets = new HashMap<>();

    public SunsetMarks(IndexView index) {
        for (AnnotationInstance sunset : index.getAnnotations(SUNSET)) {
            if (sunset.target().kind() == AnnotationTarget.Kind.METHOD) {
                AnnotationInstance operation = sunset.target().asMethod().annotation(OPERATION);
                if (operation != null && operation.value("operationId") != null) {
                    sunsets.put(operation.value("operationId").asString(), sunset);
                }
            }
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        AnnotationInstance sunset = sunsets.get(operation.getOperationId());
        if (sunset != null) {
            operation.setDeprecated(true);
            String before = operation.getDescription() == null
                    ? ""
                    : operation.getDescription().strip() + " ";
            operation.setDescription(before + "Deprecated since "
                    + sunset.value("deprecatedOn").asString() + ", answers until "
                    + sunset.value("lastDay").asString() + ". "
                    + sunset.value("instead").asString());
        }
        return operation;
    }
}
