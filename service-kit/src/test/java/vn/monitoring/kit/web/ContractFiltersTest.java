package vn.monitoring.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.Index;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContractFiltersTest {

    enum Status {
        OPEN,
        CLOSED
    }

    @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "Door")
    record DoorResponse(
            String code,
            @Nullable Status status,
            @Nullable String note,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String left,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags) {}

    record DoorRequest(String code) {}

    interface Doors {
        @Operation(operationId = "listDoors")
        RestResponse<Page<DoorResponse>> list();

        @Operation(operationId = "getDoor")
        DoorResponse get();
    }

    private final OpenAPI document = OASFactory.createOpenAPI();

    @BeforeEach
    void readAsTheFrameworkDoes() throws IOException {
        document.setPaths(OASFactory.createPaths()
                .addPathItem("/doors", item("listDoors", PathItem.HttpMethod.GET))
                .addPathItem("/doors/{id}", item("getDoor", PathItem.HttpMethod.GET)));
        document.setComponents(OASFactory.createComponents());
        add("LocalDate", scalar("date"));
        add(
                "Status1",
                OASFactory.createSchema().type(List.of(SchemaType.STRING)).enumeration(List.of("OPEN", "CLOSED")));
        add(
                "Door",
                object(Map.of(
                        "code",
                        scalar(null),
                        "status",
                        reference("Status1"),
                        "note",
                        reference("LocalDate"),
                        "left",
                        scalar(null),
                        "tags",
                        OASFactory.createSchema()
                                .type(List.of(SchemaType.ARRAY))
                                .items(scalar(null)))));
        add("DoorRequest", object(Map.of("code", scalar(null))));
        document.getPaths()
                .getPathItem("/doors")
                .setPOST(OASFactory.createOperation()
                        .operationId("addDoor")
                        .responses(OASFactory.createAPIResponses())
                        .requestBody(OASFactory.createRequestBody()
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/json",
                                                OASFactory.createMediaType().schema(reference("DoorRequest"))))));
        document.getPaths()
                .getPathItem("/doors/{id}")
                .setPOST(OASFactory.createOperation()
                        .operationId("attachPlan")
                        .responses(OASFactory.createAPIResponses())
                        .requestBody(OASFactory.createRequestBody()
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "multipart/form-data",
                                                OASFactory.createMediaType()
                                                        .schema(object(Map.of("file", scalar("binary"))))))));
        Index index = Index.of(
                ContractFiltersTest.class,
                Status.class,
                DoorResponse.class,
                DoorRequest.class,
                Doors.class,
                Page.class);
        new TypedAnswers(index).filterOpenAPI(document);
        new AnswerFields(index).filterOpenAPI(document);
    }

    @Test
    void givesAnAnswerTheTypeItsMethodReturns() {
        assertThat(answer("/doors/{id}").getRef()).isEqualTo("#/components/schemas/Door");
        assertThat(answer("/doors").getRef()).isEqualTo("#/components/schemas/DoorPage");
        Schema items = property(component("DoorPage"), "items");
        assertThat(items.getItems().getRef()).isEqualTo("#/components/schemas/Door");
    }

    @Test
    void writesScalarsWhereTheyStand() {
        Schema note = property(component("Door"), "note");
        assertThat(note.getRef()).isNull();
        assertThat(note.getFormat()).isEqualTo("date");
        assertThat(document.getComponents().getSchemas()).doesNotContainKey("LocalDate");
    }

    @Test
    void saysWhichFieldsOfAnAnswerAreAlwaysThereAndWhichMayBeNull() {
        Schema door = component("Door");
        assertThat(door.getRequired()).containsExactlyInAnyOrder("code", "status", "note");
        assertThat(property(door, "code").getType()).containsExactly(SchemaType.STRING);
        assertThat(property(door, "note").getType()).containsExactly(SchemaType.STRING, SchemaType.NULL);
        assertThat(property(door, "left").getType()).containsExactly(SchemaType.STRING);
        assertThat(property(door, "status").getAnyOf())
                .extracting(Schema::getRef)
                .containsExactly("#/components/schemas/Status1", null);
    }

    @Test
    void namesForms() {
        assertThat(component("AttachPlanForm").getProperties()).containsOnlyKeys("file");
    }

    @Test
    void leavesWhatRequestsHoldToTheirOwnConstraints() {
        assertThat(component("DoorRequest").getRequired()).isNull();
    }

    private Schema component(String name) {
        return Objects.requireNonNull(document.getComponents().getSchemas().get(name));
    }

    private static Schema property(Schema schema, String name) {
        return Objects.requireNonNull(schema.getProperties().get(name));
    }

    private Schema answer(String path) {
        return document.getPaths()
                .getPathItem(path)
                .getGET()
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .getMediaType("application/json")
                .getSchema();
    }

    private void add(String name, Schema schema) {
        document.getComponents().addSchema(name, schema);
    }

    private static PathItem item(String operationId, PathItem.HttpMethod method) {
        PathItem item = OASFactory.createPathItem();
        item.setOperation(
                method,
                OASFactory.createOperation().operationId(operationId).responses(OASFactory.createAPIResponses()));
        return item;
    }

    private static Schema object(Map<String, Schema> properties) {
        return OASFactory.createSchema().type(List.of(SchemaType.OBJECT)).properties(properties);
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    private static Schema scalar(@Nullable String format) {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING)).format(format);
    }
}
