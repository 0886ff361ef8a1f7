package vn.monitoring.kit.web;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jspecify.annotations.Nullable;

/// Under which name a class stands among the schemas.
final class SchemaNames {

    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

    /// So many classes of one name are told apart by a number.
    private static final int SAME_NAMES = 9;

    private SchemaNames() {}

    /// As the class' annotation says, else its simple name.
    static String of(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        return schema != null && schema.value("name") != null
                ? schema.value("name").asString()
                : type.simpleName();
    }

    /// The component that shows a class: of its name, or that with a number, and for a record with its fields.
    static @Nullable String find(ClassInfo type, Map<String, Schema> components) {
        String name = of(type);
        return Stream.concat(
                        Stream.of(name), IntStream.rangeClosed(1, SAME_NAMES).mapToObj(number -> name + number))
                .filter(candidate -> components.containsKey(candidate) && shows(components.get(candidate), type))
                .findFirst()
                .orElse(null);
    }

    /// Whether a schema's properties are among a record's components, so that it is not that of another class.
    static boolean shows(Schema schema, ClassInfo type) {
        if (!type.isRecord() || schema.getProperties() == null) {
            return true;
        }
        Set<String> components = type.recordComponents().stream()
                .map(component -> component.name())
                .collect(Collectors.toSet());
        return components.containsAll(schema.getProperties().keySet());
    }
}
