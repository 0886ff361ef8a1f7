package vn.monitoring.kit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What single operations do otherwise than the others, each with its reason: lines `rule,operationId,reason` of the
/// service's test resource `contract-exceptions.csv`.
final class ContractExceptions {

    private static final String FILE = "/contract-exceptions.csv";

    private record Excepted(String rule, String operation) {}

    private ContractExceptions() {}

    /// The violations for which there is no exception, and the exceptions that nothing needs (any more).
    static List<String> remaining(List<ContractRules.Violation> violations) {
        Set<Excepted> excepted = read();
        Set<Excepted> unneeded = new HashSet<>(excepted);
        List<String> remaining = new ArrayList<>();
        for (ContractRules.Violation violation : violations) {
            Excepted key = new Excepted(violation.rule(), violation.operation());
            unneeded.remove(key);
            if (!excepted.contains(key)) {
                remaining.add(violation.toString());
            }
        }
        unneeded.forEach(exception -> remaining.add(exception.operation() + ": " + exception.rule()
                + " – is an exception in contract-exceptions.csv that is not needed"));
        return remaining;
    }

    private static Set<Excepted> read() {
        Set<Excepted> excepted = new HashSet<>();
        try (InputStream stream = ContractExceptions.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                return excepted;
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
                String[] parts = line.split(",", 3);
                if (parts.length < 3 || parts[2].isBlank()) {
                    throw new IllegalArgumentException("An exception without a reason: " + line);
                }
                excepted.add(new Excepted(parts[0], parts[1]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return excepted;
    }
}
