package vn.monitoring.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertsTest {

    /// Metrics of the runtime, which `FiguresTest` of the kit finds in a scrape of a service, or which every JVM has.
    private static final Set<String> RUNTIME = Set.of(
            "agroal_active_count",
            "agroal_awaiting_count",
            "agroal_blocking_time_max_milliseconds",
            "jvm_memory_usage_after_gc",
            "jvm_memory_used_bytes",
            "jvm_threads_live_threads",
            "process_cpu_usage",
            "process_files_open_files",
            "process_start_time_seconds",
            "process_uptime_seconds");

    /// Of Prometheus itself need no underscore; those of other exporters are named in the README and the runbook.
    private static final Set<String> OTHERS = Set.of(
            "node_filesystem_avail_bytes",
            "node_filesystem_size_bytes",
            "cnpg_collector_last_available_backup_timestamp",
            "barman_cloud_cloudnative_pg_io_last_available_backup_timestamp",
            "probe_ssl_earliest_cert_expiry");

    @Test
    void everyAlertHasAnEntryInTheRunbookAndViceVersa() throws IOException {
        assertThat(names()).isEqualTo(Observability.runbook());
        for (Observability.Alert alert : Observability.alerts()) {
            assertThat(alert.runbook())
                    .as(alert.name())
                    .isEqualTo("docs/operations.md#" + alert.name().toLowerCase(Locale.ROOT));
            assertThat(alert.severity()).as(alert.name()).isIn("page", "ticket");
        }
    }

    @Test
    void everyEntryOfTheRunbookSaysWhatToDo() throws IOException {
        String runbook = Files.readString(Observability.FOLDER.resolve("../../docs/operations.md"));
        for (String alert : names()) {
            int from = runbook.indexOf("### " + alert + "\n");
            int to = runbook.indexOf("\n### ", from + 1);
            assertThat(runbook.substring(from, to < 0 ? runbook.length() : to))
                    .as(alert)
                    .contains("**Means**", "**Users notice**", "**Look**", "**Remedy**", "**Call**");
        }
    }

    @Test
    void everyAlertIsProvokedByATest() throws IOException {
        assertThat(Observability.provoked()).isEqualTo(names());
        String table = Files.readString(Observability.FOLDER.resolve("README.md"));
        assertThat(names()).allSatisfy(alert -> assertThat(table).contains(alert));
    }

    @Test
    void everyMetricInRulesAndDashboardsIsPublished() throws IOException {
        Set<String> known = new TreeSet<>(Observability.metrics());
        known.addAll(Observability.recorded());
        known.addAll(RUNTIME);
        known.addAll(OTHERS);
        List<String> expressions = new ArrayList<>(Observability.ruleExpressions());
        expressions.addAll(Observability.dashboardExpressions());

        assertThat(expressions)
                .hasSizeGreaterThan(60)
                .allSatisfy(expression -> assertThat(Observability.namesIn(expression))
                        .as(expression)
                        .isSubsetOf(known));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check rules alerts.yaml",
                "check config --syntax-only prometheus.yml",
                "test rules alerts_test.yaml"
            })
    void prometheusAcceptsIt(String arguments) throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/promtool")),
                "promtool is missing: install Debian's package prometheus to have the rules tested");
        List<String> command = new ArrayList<>(List.of("/usr/bin/promtool"));
        command.addAll(List.of(arguments.split(" ")));
        Process promtool = new ProcessBuilder(command)
                .directory(Observability.FOLDER.resolve("prometheus").toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(promtool.exitValue()).as(output).isZero();
    }

    private static Set<String> names() throws IOException {
        return Observability.alerts().stream()
                .map(Observability.Alert::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
