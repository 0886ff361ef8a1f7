package vn.monitoring.report.consolidation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.monitoring.report.consolidation.Children.Statement;
import vn.monitoring.report.regime.Section;

/// Gathers what units wrote, each under its sender.
final class Gathering {

    private Gathering() {}

    /// The text of one kind of section over all senders; empty when nobody wrote anything.
    static String gather(List<Statement> statements, Section.Content content) {
        Map<String, List<Statement>> bySender = statements.stream()
                .filter(statement -> statement.content() == content)
                .filter(statement -> !statement.text().isBlank())
                .collect(Collectors.groupingBy(Statement::unitCode, LinkedHashMap::new, Collectors.toList()));
        return bySender.values().stream()
                .map(ofSender -> ofSender.getFirst().unitName() + ":\n"
                        + ofSender.stream()
                                .map(statement -> statement.text().strip())
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }
}
