package vn.monitoring.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The schemas of events as a contract whose operations answer with them, since what a consumer relies on is what a
/// client
/// relies on in an answer: [BreakingChanges] then tells what a released consumer cannot live with.
final class EventsAsAnswers {

    private static final String SUFFIX = ".schema.json";

    private EventsAsAnswers() {}

    /// @param folder with a file `<type>.schema.json` for each type of event
    static ObjectNode of(Path folder) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode events = document.putObject("paths");
        ObjectNode shared = document.putObject("$defs");
        for (Path file : schemas(folder)) {
            ObjectNode schema = Yaml.read(file);
            String type = String.valueOf(file.getFileName()).replace(SUFFIX, "");
            schema.path("$defs").properties().forEach(part -> shared.set(part.getKey(), part.getValue()));
            events.putObject(type)
                    .putObject("get")
                    .putObject("responses")
                    .putObject("200")
                    .putObject("content")
                    .putObject("application/json")
                    .set("schema", schema);
        }
        return document;
    }

    private static List<Path> schemas(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
