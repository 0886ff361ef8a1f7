package vn.monitoring.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergedApiTest {

    private static final ObjectNode FRAME = Yaml.parse("""
            openapi: 3.1.0
            x-each-operation:
              "503": {$ref: "#/components/responses/Unavailable"}
            components:
              responses:
                Unavailable: {description: later}
            """);

    @Test
    void keepsEqualComponentsOnce() {
        ObjectNode merged = merge(
                document("/tasks", "listTasks", "Text: {type: object}"),
                document("/reports", "listReports", "Text: {type: object}"));

        assertThat(merged.at("/components/schemas").properties()).hasSize(1);
        assertThat(reference(merged, "/tasks")).isEqualTo("#/components/schemas/Text");
        assertThat(reference(merged, "/reports")).isEqualTo("#/components/schemas/Text");
    }

    @Test
    void namesDifferentComponentsAfterTheirServices() {
        ObjectNode merged = merge(
                document("/tasks", "listTasks", "Text: {type: object}"),
                document("/reports", "listReports", "Text: {type: string}"));

        assertThat(merged.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactly("ReportText", "TaskText");
        assertThat(reference(merged, "/tasks")).isEqualTo("#/components/schemas/TaskText");
        assertThat(merged.at("/components/schemas/ReportText/type").asText()).isEqualTo("string");
    }

    @Test
    void namesApartWhatIsEqualInWordsButRefersToDifferentThings() {
        ObjectNode merged = merge(
                document("/tasks", "listTasks", "Text: {$ref: '#/components/schemas/Kind'}, Kind: {enum: [A]}"),
                document("/reports", "listReports", "Text: {$ref: '#/components/schemas/Kind'}, Kind: {enum: [B]}"));

        assertThat(merged.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactly("ReportKind", "ReportText", "TaskKind", "TaskText");
        assertThat(merged.at("/components/schemas/TaskText/$ref").asText()).isEqualTo("#/components/schemas/TaskKind");
    }

    @Test
    void avoidsANameThatIsTaken() {
        ObjectNode merged = merge(
                document("/tasks", "listTasks", "Text: {type: object}, TaskText: {type: boolean}"),
                document("/reports", "listReports", "Text: {type: string}"));

        assertThat(merged.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactly("ReportText", "TaskServiceText", "TaskText");
    }

    @Test
    void namesEqualOperationsAfterTheirServices() {
        ObjectNode merged = merge(
                document("/tasks", "listAuditEntries", "Text: {type: object}"),
                document("/reports", "listAuditEntries", "Text: {type: object}"));

        assertThat(merged.at("/paths/~1tasks/get/operationId").asText()).isEqualTo("listTaskAuditEntries");
        assertThat(merged.at("/paths/~1reports/get/operationId").asText()).isEqualTo("listReportAuditEntries");
    }

    @Test
    void addsTheGatewaysAnswersToEachOperation() {
        ObjectNode merged = merge(
                document("/tasks", "listTasks", "Text: {type: object}"),
                document("/reports", "listReports", "Text: {type: object}"));

        assertThat(merged.at("/paths/~1tasks/get/responses/503/$ref").asText())
                .isEqualTo("#/components/responses/Unavailable");
        assertThat(merged.has("x-each-operation")).isFalse();
    }

    @Test
    void givesAServicesOwnAnswerTheHeadersOfTheGateways() {
        ObjectNode frame = Yaml.parse("""
                x-each-operation:
                  "429": {$ref: "#/components/responses/TooMany"}
                components:
                  responses:
                    TooMany: {description: wait, headers: {Retry-After: {description: seconds}}}
                """);
        ObjectNode tasks = Yaml.parse("""
                paths:
                  /tasks: {get: {operationId: listTasks, responses: {"429": {description: too many of yours}}}}
                """);

        ObjectNode answer =
                (ObjectNode) MergedApi.of(frame, Map.of("Task", tasks)).at("/paths/~1tasks/get/responses/429");

        assertThat(answer.path("description").asText()).isEqualTo("too many of yours");
        assertThat(answer.at("/headers/Retry-After/description").asText()).isEqualTo("seconds");
    }

    @Test
    void refusesAPathOfTwoServices() {
        assertThatThrownBy(() -> merge(
                        document("/tasks", "listTasks", "Text: {type: object}"),
                        document("/tasks", "listReports", "Text: {type: object}")))
                .hasMessageContaining("/tasks");
    }

    @Test
    void quotesTextThatReadsLikeAnotherType() {
        ObjectNode document = Yaml.parse("{a: '2026-11-22', '200': '10675', b: 'no', c: 1.0.0, d: chữ}");

        assertThat(Yaml.write(document)).isEqualTo("""
                a: "2026-11-22"
                "200": "10675"
                b: "no"
                c: "1.0.0"
                d: chữ
                """);
    }

    private static ObjectNode merge(ObjectNode tasks, ObjectNode reports) {
        Map<String, ObjectNode> services = new LinkedHashMap<>();
        services.put("Task", tasks);
        services.put("Report", reports);
        return MergedApi.of(FRAME, services);
    }

    private static String reference(ObjectNode document, String path) {
        return document.path("paths")
                .path(path)
                .at("/get/responses/200/content/application~1json/schema/$ref")
                .asText();
    }

    private static ObjectNode document(String path, String operationId, String schemas) {
        return Yaml.parse("""
                paths:
                  %s:
                    get:
                      operationId: %s
                      responses:
                        "200":
                          content:
                            application/json:
                              schema: {$ref: '#/components/schemas/Text'}
                components:
                  schemas: {%s}
                """.formatted(path, operationId, schemas));
    }
}
