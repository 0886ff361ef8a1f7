package vn.monitoring.kit.testing.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The file `docs/access/matrix.csv`: comments, a header line, then one line for each operation.
final class Matrix {

    static final String FILE = "docs/access/matrix.csv";

    private Matrix() {}

    /// The lines of one service by operation, in the file's order.
    static Map<String, MatrixLine> of(String service) {
        Map<String, MatrixLine> lines = new LinkedHashMap<>();
        for (String text : read()) {
            MatrixLine line = MatrixLine.of(text);
            if (line.service().equals(service) && lines.put(line.operation(), line) != null) {
                throw new IllegalArgumentException(line.operation() + " has two lines");
            }
        }
        return lines;
    }

    private static List<String> read() {
        try {
            return Files.readAllLines(
                            Path.of(System.getProperty("monitoring.root", "..")).resolve(FILE))
                    .stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
