package vn.monitoring.kit.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The JSON Schemas of the events in `docs/events`, which the teller and the listeners both hold to, and those in
/// `docs/events/released`, which the released version's listeners hold to.
public final class EventSchemas {

    private static final String SUFFIX = ".schema.json";

    private EventSchemas() {}

    /// What the data breaks of its type's schema, as it is now and as it was released; empty when it is as agreed.
    public static List<String> violations(String type, String data) {
        Path folder = Path.of(System.getProperty("monitoring.root", ".."), "docs", "events");
        List<String> violations = new ArrayList<>(violations(folder.resolve(type + SUFFIX), data));
        Path released = folder.resolve("released").resolve(type + SUFFIX);
        if (Files.exists(released)) {
            violations(released, data).forEach(one -> violations.add("for released consumers: " + one));
        }
        return violations;
    }

    private static List<String> violations(Path file, String data) {
        try {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(file), InputFormat.JSON);
            return schema.validate(data, InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no schema " + file.getFileName(), e);
        }
    }
}
