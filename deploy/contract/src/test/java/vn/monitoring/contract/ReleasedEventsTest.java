package vn.monitoring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What was released stays: consumers made for `docs/events/released` understand what is told now.
class ReleasedEventsTest {

    private static final String TOLD = """
            {"type": "object", "required": ["id", "status"], "properties": {
                "id": {"type": "string"},
                "status": {"enum": ["OPEN", "CLOSED"]},
                "reason": {"type": ["string", "null"]},
                "count": {"type": "integer"}}}""";

    @TempDir
    Path folder;

    @Test
    void breaksNoConsumerOfTheLastRelease() {
        assertThat(BreakingChanges.between(
                        EventsAsAnswers.of(Documents.events().resolve("released")),
                        EventsAsAnswers.of(Documents.events())))
                .as(
                        "breaking changes against docs/events/released: tell what is new beside the old, as a new field or a type"
                                + " ….v2, until no running version reads the old")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "required": ["id", "status"]      | "required": ["id"]                        | may lack the field status
            "reason": {"type": ["string", "null"]}, | ''                                  | no longer has the field reason
            "status": {"enum": ["OPEN", "CLOSED"]}  | "status": {"enum": ["OPEN", "LATE"]} | has the new value LATE
            "id": {"type": "string"}          | "id": {"type": "integer"}                 | was [string] and is [integer]
            "count": {"type": "integer"}      | "count": {"type": ["integer", "null"]}    | was [integer] and is [integer, null]
            """)
    void finds(String told, String now, String finding) throws IOException {
        write("released", TOLD);
        write("now", TOLD.replace(told, now));

        assertThat(BreakingChanges.between(events("released"), events("now")))
                .singleElement()
                .asString()
                .startsWith("GET vn.monitoring.sample.v1")
                .endsWith(finding);
    }

    @Test
    void findsATypeThatIsToldNoMore() throws IOException {
        write("released", TOLD);
        Files.createDirectories(folder.resolve("now"));

        assertThat(BreakingChanges.between(events("released"), events("now")))
                .containsExactly("GET vn.monitoring.sample.v1 is gone");
    }

    @Test
    void takesWhatIsAdded() throws IOException {
        write("released", TOLD);
        write(
                "now",
                TOLD.replace("\"required\": [", "\"required\": [\"unit\", ")
                        .replace("\"count\"", "\"unit\": {\"type\": \"string\"}, \"count\""));

        assertThat(BreakingChanges.between(events("released"), events("now"))).isEmpty();
    }

    private ObjectNode events(String name) {
        return EventsAsAnswers.of(folder.resolve(name));
    }

    private void write(String name, String schema) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve(name)).resolve("vn.monitoring.sample.v1.schema.json"), schema);
    }
}
