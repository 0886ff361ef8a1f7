package vn.monitoring.gateway;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.monitoring.kit.security.Role;

/// What each role may do, by the reviewed matrix `docs/access/matrix.csv`, so that a page offers nothing that the
/// services would
/// refuse. They decide; this only tells.
@Singleton
class AllowedOperations {

    private static final String MATRIX = "/access/matrix.csv";
    private static final String EVERY = "every";

    private record Line(String operation, Set<String> roles) {

        boolean allows(Set<String> held) {
            return roles.contains(EVERY) || held.stream().anyMatch(roles::contains);
        }
    }

    private final List<Line> lines = read();

    /// Operation ids of the contract that a holder of these roles may use somewhere, sorted.
    List<String> of(Set<String> roles) {
        return roles.stream().noneMatch(Role.ALL::contains)
                ? List.of()
                : lines.stream()
                        .filter(line -> line.allows(roles))
                        .map(Line::operation)
                        .sorted()
                        .toList();
    }

    private static List<Line> read() {
        List<Line> lines = new ArrayList<>();
        try (BufferedReader matrix = new BufferedReader(
                new InputStreamReader(AllowedOperations.class.getResourceAsStream(MATRIX), StandardCharsets.UTF_8))) {
            matrix.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("service "))
                    .map(line -> line.split(",", -1))
                    .map(cells ->
                            new Line(cells[1].strip(), Set.of(cells[2].strip().split(" +"))))
                    .forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(lines);
    }
}
