package vn.monitoring.bench.country;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.monitoring.client.Csv;

/// The tables this module carries with it.
final class Carried {

    private Carried() {}

    /// @return the rows below the header
    static List<List<String>> rows(String resource) {
        List<List<String>> rows = Csv.parse(text(resource));
        return rows.subList(1, rows.size());
    }

    static String text(String resource) {
        try (InputStream in = Carried.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("built without " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
