package vn.monitoring.kit.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The JSON Schemas of the events in `docs/events`, which the teller and the listeners both hold to.
public final class EventSchemas {

    private EventSchemas() {}

    /// What the data breaks of its type's schema; empty when it is as agreed.
    public static List<String> violations(String type, String data) {
        Path file = Path.of(System.getProperty("monitoring.root", ".."), "docs", "events", type + ".schema.json");
        try {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(file), InputFormat.JSON);
            return schema.validate(data, InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no schema for " + type, e);
        }
    }
}
