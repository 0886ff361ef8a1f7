package vn.monitoring.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Documents as trees, so that nothing a library does not know of OpenAPI 3.1 gets lost on the way.
final class Yaml {

    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .stringQuotingChecker(new Quoting())
            .build());
    private static final JsonMapper JSON = new JsonMapper();

    private Yaml() {}

    static ObjectNode read(Path file) {
        try {
            JsonNode tree = (file.toString().endsWith(".json") ? JSON : YAML).readTree(Files.readString(file));
            if (tree instanceof ObjectNode document) {
                return document;
            }
            throw new IllegalArgumentException(file + " is no document");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode parse(String text) {
        try {
            return (ObjectNode) YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String write(JsonNode document) {
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Every object at or below a node, outermost first.
    static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> found = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            JsonNode next = open.removeFirst();
            if (next instanceof ObjectNode object) {
                found.add(object);
            }
            next.forEach(open::addLast);
        }
        return found;
    }

    /// Text that some reader of YAML takes for a number, a date or a time is quoted.
    private static final class Quoting extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1;

        @Override
        public boolean needToQuoteName(String name) {
            return startsLikeANumber(name) || super.needToQuoteName(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return startsLikeANumber(value) || super.needToQuoteValue(value);
        }

        private static boolean startsLikeANumber(String text) {
            return !text.isEmpty() && "0123456789+-.".indexOf(text.charAt(0)) >= 0;
        }
    }
}
