package vn.monitoring.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/// Says of the fields of answers which are always there and which may be null, as the records they are written from
/// say it by `@Nullable` and `@JsonInclude`. What requests hold is left alone: there `@NotNull` says what is needed.
///
/// A schema that fits several records which do not agree is left alone as well.
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = AnswerFields.AFTER_TYPES)
public class AnswerFields implements OASFilter {

    /// Filters of a higher priority run earlier; [TypedAnswers] has the default, 1.
    static final int AFTER_TYPES = 0;

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final Set<DotName> EMPTIABLE =
            Set.of(DotName.createSimple(List.class), DotName.createSimple(Set.class), DotName.createSimple(Map.class));

    private enum Presence {
        ALWAYS,
        NULL_AT_TIMES,
        ABSENT_AT_TIMES
    }

    private final IndexView index;

    public AnswerFields(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        SchemaTree tree = new SchemaTree(document);
        Set<String> requested = tree.requested();
        Map<String, List<ClassInfo>> records = recordsByName();
        tree.components().forEach((name, schema) -> {
            if (schema.getProperties() != null && !requested.contains(name)) {
                Map<String, Presence> fields = fieldsOf(name, schema, records);
                fields.forEach((field, presence) -> mark(schema, field, presence));
            }
        });
    }

    private Map<String, List<ClassInfo>> recordsByName() {
        Map<String, List<ClassInfo>> records = new HashMap<>();
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord()) {
                records.computeIfAbsent(SchemaNames.of(type), _ -> new ArrayList<>())
                        .add(type);
            }
        }
        return records;
    }

    private static Map<String, Presence> fieldsOf(
            String name, Schema schema, Map<String, List<ClassInfo>> recordsByName) {
        String withoutNumber = name.replaceFirst("\\d$", "");
        List<Map<String, Presence>> candidates =
                recordsByName.getOrDefault(recordsByName.containsKey(name) ? name : withoutNumber, List.of()).stream()
                        .filter(type -> SchemaNames.shows(schema, type))
                        .map(type -> fieldsOf(schema, type))
                        .distinct()
                        .toList();
        return candidates.size() == 1 ? candidates.getFirst() : Map.of();
    }

    private static Map<String, Presence> fieldsOf(Schema schema, ClassInfo type) {
        Map<String, Presence> fields = new LinkedHashMap<>();
        for (RecordComponentInfo component : type.recordComponents()) {
            if (schema.getProperties().containsKey(component.name())) {
                fields.put(component.name(), presenceOf(type, component));
            }
        }
        return fields;
    }

    private static Presence presenceOf(ClassInfo type, RecordComponentInfo component) {
        boolean nullable = component.type().hasAnnotation(NULLABLE);
        // It cannot stand on the component itself, only on what the compiler makes of it.
        AnnotationInstance ofComponent = type.field(component.name()).annotation(INCLUDE);
        AnnotationInstance include = ofComponent == null ? type.declaredAnnotation(INCLUDE) : ofComponent;
        JsonInclude.Include rule = include == null || include.value() == null
                ? JsonInclude.Include.ALWAYS
                : JsonInclude.Include.valueOf(include.value().asEnum());
        return switch (rule) {
            case ALWAYS, USE_DEFAULTS -> nullable ? Presence.NULL_AT_TIMES : Presence.ALWAYS;
            case NON_NULL -> nullable ? Presence.ABSENT_AT_TIMES : Presence.ALWAYS;
            case NON_EMPTY, NON_ABSENT ->
                nullable || EMPTIABLE.contains(component.type().name()) ? Presence.ABSENT_AT_TIMES : Presence.ALWAYS;
            case NON_DEFAULT, CUSTOM -> Presence.ABSENT_AT_TIMES;
        };
    }

    private static void mark(Schema schema, String field, Presence presence) {
        if (presence == Presence.ABSENT_AT_TIMES) {
            return;
        }
        if (schema.getRequired() == null || !schema.getRequired().contains(field)) {
            schema.addRequired(field);
        }
        if (presence == Presence.NULL_AT_TIMES) {
            Schema property = Objects.requireNonNull(schema.getProperties().get(field));
            schema.addProperty(field, orNull(property));
        }
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() == null && schema.getEnumeration() == null) {
            if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
                schema.addType(SchemaType.NULL);
            }
            return schema;
        }
        Schema named =
                schema.getRef() == null ? schema : OASFactory.createSchema().ref(schema.getRef());
        Schema either = OASFactory.createSchema()
                .addAnyOf(named)
                .addAnyOf(OASFactory.createSchema().type(List.of(SchemaType.NULL)));
        either.setDescription(schema.getDescription());
        either.setExamples(schema.getExamples());
        return either;
    }
}
