package vn.monitoring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The published documents are what the services' documents say; `-Dopenapi.update=true` writes them anew.
class OpenApiMergedTest {

    @Test
    void publishesWhatTheServicesServe() throws IOException {
        check("openapi.yaml", Documents.mergedApi());
    }

    @Test
    void publishesTheEventsWithTheirSchemas() throws IOException {
        check("asyncapi.yaml", Documents.bundledEvents());
    }

    private static void check(String name, ObjectNode document) throws IOException {
        Path file = Documents.published(name);
        String made = "# Made of the services' documents by ./platform contract; do not edit.\n" + Yaml.write(document);
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(file, made);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("docs/api/%s is not what the services' documents make; accept it with ./platform contract", name)
                .isEqualTo(made);
    }
}
