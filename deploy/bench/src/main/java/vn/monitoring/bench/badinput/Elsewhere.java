package vn.monitoring.bench.badinput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/// The operations that refuse whoever comes from another province, by `docs/access/matrix.csv`.
final class Elsewhere {

    private static final int OPERATION = 1;
    private static final int OTHER_PROVINCE = 7;

    private final Set<String> refusing = new TreeSet<>();

    private Elsewhere() {}

    static Elsewhere read(Path project) {
        Elsewhere elsewhere = new Elsewhere();
        try {
            for (String line : Files.readAllLines(project.resolve("docs/access/matrix.csv"))) {
                String[] columns = line.split(",", -1);
                if (!line.startsWith("#")
                        && columns.length > OTHER_PROVINCE
                        && columns[OTHER_PROVINCE].strip().startsWith("404")) {
                    elsewhere.refusing.add(columns[OPERATION].strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return elsewhere;
    }

    boolean refuses(String operation) {
        return refusing.contains(operation);
    }
}
