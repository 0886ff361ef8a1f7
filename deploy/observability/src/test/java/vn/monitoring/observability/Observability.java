package vn.monitoring.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The files of this folder, read.
final class Observability {

    static final Path FOLDER = Path.of("").toAbsolutePath();
    static final Path RULES = FOLDER.resolve("prometheus/alerts.yaml");
    static final Path RULE_TESTS = FOLDER.resolve("prometheus/alerts_test.yaml");

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A name of a metric or a recorded series; what is in braces, quotes and after `by` has been taken away.
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9:]*(?:[_:][a-z0-9:]+)+(?![a-z0-9_:]*\\s*\\()");

    private Observability() {}

    record Alert(String name, String expression, String severity, String runbook) {}

    static List<Alert> alerts() throws IOException {
        return rules().filter(rule -> rule.has("alert"))
                .map(rule -> new Alert(
                        rule.path("alert").asText(),
                        rule.path("expr").asText(),
                        rule.path("labels").path("severity").asText(),
                        rule.path("annotations").path("runbook_url").asText()))
                .toList();
    }

    static Set<String> recorded() throws IOException {
        return rules().filter(rule -> rule.has("record"))
                .map(rule -> rule.path("record").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<String> ruleExpressions() throws IOException {
        return rules().map(rule -> rule.path("expr").asText()).toList();
    }

    private static Stream<JsonNode> rules() throws IOException {
        return stream(YAML.readTree(RULES.toFile()).path("groups")).flatMap(group -> stream(group.path("rules")));
    }

    static List<String> dashboardExpressions() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("grafana/dashboards"))) {
            List<String> expressions = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                stream(JSON.readTree(file.toFile()).path("panels"))
                        .flatMap(panel -> stream(panel.path("targets")))
                        .map(target -> target.path("expr").asText())
                        .forEach(expressions::add);
            }
            return expressions;
        }
    }

    static Set<String> namesIn(String expression) {
        String bare = expression
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("by \\([^)]*\\)", "");
        Matcher matcher = NAME.matcher(bare);
        Set<String> names = new TreeSet<>();
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    /// The platform's own metrics.
    static Set<String> metrics() throws IOException {
        return Files.readAllLines(FOLDER.resolve("metrics.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Names of alerts with an entry in the runbook, the section "When a light turns red".
    static Set<String> runbook() throws IOException {
        return Files.readAllLines(FOLDER.resolve("../../docs/operations.md")).stream()
                .dropWhile(line -> !line.equals("## When a light turns red"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4).strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Names of alerts that a test of the rules expects to fire.
    static Set<String> provoked() throws IOException {
        return stream(YAML.readTree(RULE_TESTS.toFile()).path("tests"))
                .flatMap(test -> stream(test.path("alert_rule_test")))
                .filter(expected -> !expected.path("exp_alerts").isEmpty())
                .map(expected -> expected.path("alertname").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
