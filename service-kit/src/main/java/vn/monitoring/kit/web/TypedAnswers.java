package vn.monitoring.kit.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/// Gives the answers of success the type that their resource methods return, which the framework leaves out wherever
/// a method names an error; without it generated clients would answer with nothing.
///
/// A page of `Unit` is named `UnitPage`. Scalars with a name of their own (`UUID`, `LocalDate`, `Instant`) are written
/// where they stand: as components they would hide the types of the same name in most languages.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class TypedAnswers implements OASFilter {

    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final DotName PAGE = DotName.createSimple(Page.class);
    private static final DotName REST_RESPONSE = DotName.createSimple("org.jboss.resteasy.reactive.RestResponse");
    private static final Set<DotName> LISTS = Set.of(DotName.createSimple(List.class), DotName.createSimple(Set.class));
    private static final Set<String> ITEMS_AND_NEXT = Set.of("items", "next");

    private final IndexView index;

    public TypedAnswers(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        SchemaTree tree = new SchemaTree(document);
        writeScalarsOut(document, tree);
        Map<String, MethodInfo> methods = methodsByOperation();
        for (Operation operation : tree.operations()) {
            MethodInfo method = methods.get(operation.getOperationId());
            if (method != null) {
                giveType(document, operation, method);
            }
            nameForm(document, operation);
            operation.getResponses().getAPIResponses().forEach((status, answer) -> {
                if (status.startsWith("2")) {
                    nameFiles(answer.getContent());
                }
            });
        }
        Set<String> used = tree.used();
        Map.copyOf(tree.components()).forEach((name, schema) -> {
            if (isPage(schema) && !used.contains(name)) {
                document.getComponents().removeSchema(name);
            }
        });
    }

    private static void writeScalarsOut(OpenAPI document, SchemaTree tree) {
        Map<String, Schema> scalars = new HashMap<>();
        tree.components().forEach((name, schema) -> {
            if (List.of(SchemaType.STRING).equals(schema.getType())
                    && schema.getFormat() != null
                    && schema.getEnumeration() == null) {
                scalars.put(name, schema);
            }
        });
        tree.forEach(schema -> {
            String name = SchemaTree.nameOf(schema);
            Schema scalar = name == null ? null : scalars.get(name);
            if (scalar != null) {
                schema.setRef(null);
                schema.setType(List.of(SchemaType.STRING));
                schema.setFormat(scalar.getFormat());
            }
        });
        scalars.keySet().forEach(name -> document.getComponents().removeSchema(name));
    }

    private Map<String, MethodInfo> methodsByOperation() {
        Map<String, MethodInfo> methods = new HashMap<>();
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            if (operation.target().kind() == AnnotationTarget.Kind.METHOD && operation.value("operationId") != null) {
                methods.put(
                        operation.value("operationId").asString(),
                        operation.target().asMethod());
            }
        }
        return methods;
    }

    private void giveType(OpenAPI document, Operation operation, MethodInfo method) {
        Schema schema = schemaOf(document, method.returnType());
        if (schema == null) {
            return;
        }
        APIResponse success = operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (success == null) {
            success = OASFactory.createAPIResponse().description("OK");
            operation.getResponses().addAPIResponse("200", success);
        }
        if (success.getContent() == null) {
            success.setContent(OASFactory.createContent()
                    .addMediaType(
                            "application/json", OASFactory.createMediaType().schema(schema)));
        } else if (isPage(document, schema)) {
            success.getContent().getMediaTypes().values().forEach(media -> media.setSchema(schema));
        }
    }

    /// Null for what the method does not tell, as `Response`.
    private @Nullable Schema schemaOf(OpenAPI document, Type type) {
        if (type.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            Type argument = type.asParameterizedType().arguments().getFirst();
            if (type.name().equals(REST_RESPONSE)) {
                return schemaOf(document, argument);
            }
            Schema item = schemaOf(document, argument);
            if (item != null && type.name().equals(PAGE)) {
                return page(document, item);
            }
            return item != null && LISTS.contains(type.name())
                    ? OASFactory.createSchema().type(List.of(SchemaType.ARRAY)).items(item)
                    : null;
        }
        if (type.kind() != Type.Kind.CLASS) {
            return null;
        }
        ClassInfo declared = index.getClassByName(type.name());
        String name = declared == null ? null : SchemaNames.find(declared, new SchemaTree(document).components());
        return name == null ? null : OASFactory.createSchema().ref(SchemaTree.reference(name));
    }

    private static @Nullable Schema page(OpenAPI document, Schema item) {
        String itemName = SchemaTree.nameOf(item);
        if (itemName == null) {
            return null;
        }
        String name = itemName + "Page";
        if (!new SchemaTree(document).components().containsKey(name)) {
            Schema next = OASFactory.createSchema()
                    .type(List.of(SchemaType.STRING, SchemaType.NULL))
                    .description("The cursor of the next page; null on the last");
            document.getComponents()
                    .addSchema(
                            name,
                            OASFactory.createSchema()
                                    .type(List.of(SchemaType.OBJECT))
                                    .addProperty(
                                            "items",
                                            OASFactory.createSchema()
                                                    .type(List.of(SchemaType.ARRAY))
                                                    .items(item))
                                    .addProperty("next", next)
                                    .required(List.of("items", "next")));
        }
        return OASFactory.createSchema().ref(SchemaTree.reference(name));
    }

    private static boolean isPage(OpenAPI document, Schema schema) {
        String name = SchemaTree.nameOf(schema);
        return name != null && isPage(new SchemaTree(document).components().get(name));
    }

    private static boolean isPage(@Nullable Schema schema) {
        return schema != null
                && schema.getProperties() != null
                && schema.getProperties().keySet().equals(ITEMS_AND_NEXT);
    }

    /// A form gets a name, `AttachEvidenceForm`, so that clients can tell it from the JSON that the operation may take
    /// as well.
    private static void nameForm(OpenAPI document, Operation operation) {
        if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
            return;
        }
        MediaType media = operation.getRequestBody().getContent().getMediaType("multipart/form-data");
        if (media == null || media.getSchema() == null || media.getSchema().getRef() != null) {
            return;
        }
        String id = operation.getOperationId();
        String name = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1) + "Form";
        document.getComponents().addSchema(name, media.getSchema());
        media.setSchema(OASFactory.createSchema().ref(SchemaTree.reference(name)));
    }

    /// What is no JSON and no stream of events is a file, in whichever of its formats.
    private static void nameFiles(@Nullable Content content) {
        if (content == null || content.getMediaTypes().keySet().stream().noneMatch(TypedAnswers::isFile)) {
            return;
        }
        for (MediaType media : content.getMediaTypes().values()) {
            media.setSchema(
                    OASFactory.createSchema().type(List.of(SchemaType.STRING)).format("binary"));
        }
    }

    private static boolean isFile(String mediaType) {
        return !mediaType.contains("json") && !mediaType.startsWith("text/event-stream");
    }
}
