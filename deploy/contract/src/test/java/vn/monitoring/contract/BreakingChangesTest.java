package vn.monitoring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingChangesTest {

    private static final String RELEASED = """
            paths:
              /tasks:
                post:
                  operationId: createTask
                  security: [{accessToken: [leader, reporter]}]
                  parameters:
                    - {name: dryRun, in: query, schema: {type: boolean}}
                    - {$ref: '#/components/parameters/Limit'}
                  requestBody:
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/TaskRequest'}}
                  responses:
                    "201":
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Task'}}
                    "422": {description: refused}
            components:
              parameters:
                Limit: {name: limit, in: query, schema: {type: integer, maximum: 200}}
              schemas:
                TaskRequest:
                  type: object
                  required: [title]
                  properties:
                    title: {type: string, maxLength: 300}
                    kind: {type: string, enum: [ONCE, RECURRING]}
                    percent: {type: number}
                Task:
                  type: object
                  required: [id, status]
                  properties:
                    id: {type: string, format: uuid}
                    status: {type: string, enum: [DRAFT, ASSIGNED]}
                    count: {type: integer}
                    subtasks: {type: array, items: {$ref: '#/components/schemas/Task'}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /tasks:                                | /task:                                      | POST /tasks is gone
            createTask                             | makeTask                                    | has another operationId
            [leader, reporter]                     | [leader]                                    | no longer for the role reporter
            {name: dryRun, in: query,              | {name: dry, in: query,                      | no longer takes the parameter query dryRun
            {name: dryRun, in: query,              | {name: dryRun, required: true, in: query,   | needs the parameter query dryRun
            maximum: 200                           | maximum: 100                                | tighter maximum 100
            requestBody:                           | 'requestBody:\\n  required: true'            | needs a body
            "201":                                 | "200":                                      | no longer answers 201
            application/json: {schema: {$ref: '#/components/schemas/Task'}} | text/csv: {} | no longer has application/json
            required: [title]                      | required: [title, kind]                     | TaskRequest needs the field kind
            maxLength: 300                         | maxLength: 200                              | tighter maxLength 200
            {type: string, maxLength: 300}         | {type: string, maxLength: 300, pattern: a}  | another pattern
            [ONCE, RECURRING]                      | [ONCE]                                      | no longer takes RECURRING
            percent: {type: number}                | percent: {type: integer}                    | was [number] and is [integer]
            percent: {type: number}                | share: {type: number}                       | no longer has the field percent
            required: [id, status]                 | required: [id]                              | Task may lack the field status
            [DRAFT, ASSIGNED]                      | [DRAFT, ASSIGNED, LOST]                     | has the new value LOST
            count: {type: integer}                 | count: {type: [integer, 'null']}            | was [integer] and is [integer, null]
            count: {type: integer}                 | counts: {type: integer}                     | Task no longer has the field count
            format: uuid                           | format: uri                                 | another format than uuid
            """)
    void namesWhatBreaks(String from, String to, String told) {
        assertThat(BreakingChanges.between(Yaml.parse(RELEASED), Yaml.parse(changed(from, to))))
                .anySatisfy(line -> assertThat(line).contains(told));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [leader, reporter]             | [leader, reporter, inspector]
            maximum: 200                   | maximum: 500
            "422": {description: refused}  | "409": {description: refused}
            required: [title]              | required: []
            maxLength: 300                 | maxLength: 900
            [ONCE, RECURRING]              | [ONCE, RECURRING, DERIVED]
            count: {type: integer}         | 'count: {type: integer}\\n  note: {type: string}'
            percent: {type: number}        | 'percent: {type: [number, string]}'
            [DRAFT, ASSIGNED]              | [DRAFT]
            required: [id, status]         | required: [id, status, count]
            """)
    void letsTheContractGrow(String from, String to) {
        assertThat(BreakingChanges.between(Yaml.parse(RELEASED), Yaml.parse(changed(from, to))))
                .isEmpty();
    }

    @Test
    void askingForATokenBreaks() {
        String open = RELEASED.replace("[{accessToken: [leader, reporter]}]", "[]");

        assertThat(BreakingChanges.between(Yaml.parse(open), Yaml.parse(RELEASED)))
                .containsExactly("POST /tasks asks for a token");
    }

    private static String changed(String from, String to) {
        assertThat(RELEASED).contains(from);
        String indent = RELEASED.lines()
                .filter(line -> line.contains(from))
                .findFirst()
                .orElseThrow()
                .replaceAll("\\S.*", "");
        return RELEASED.replace(from, to.replace("\\n  ", "\n" + indent + (to.startsWith("requestBody") ? "  " : "")));
    }
}
