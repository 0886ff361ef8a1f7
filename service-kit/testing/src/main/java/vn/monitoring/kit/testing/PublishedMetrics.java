package vn.monitoring.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.audit.AuditCheck;
import vn.monitoring.kit.metric.ConsumerLag;
import vn.monitoring.kit.metric.DatabaseFigures;

/// Holds a service to `deploy/observability/metrics.csv`, on which alerts and dashboards rest; each service's
/// `MetricsTest`
/// extends this class and moves its own figures.
public abstract class PublishedMetrics {

    private static final String SERVICES = "services";
    private static final String ALWAYS = "always";

    @Inject
    DatabaseFigures figures;

    @Inject
    ConsumerLag lag;

    @Inject
    AuditCheck auditCheck;

    private record Line(String metric, List<String> parts, String when) {}

    private final List<String> tables;

    /// @param tables that the figures of the service's own tests are counted in: emptied before and after each
    protected PublishedMetrics(String... tables) {
        this.tables = List.of(tables);
    }

    @BeforeEach
    @AfterEach
    void empty() {
        TestDatabase.shared().executeUnwatched("truncate " + String.join(", ", tables) + " cascade");
    }

    /// What is published once the figures have been read anew.
    protected Scrape refreshed() {
        figures.refresh();
        return Scrape.now();
    }

    @Test
    void publishesWhatIsListedAndNothingElse() throws IOException, InterruptedException {
        String application = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
        figures.refresh();
        lag.refresh();
        auditCheck.check();
        List<Line> own = list().stream()
                .filter(line -> line.parts().contains(SERVICES) || line.parts().contains(application))
                .toList();
        Set<String> published = Scrape.now().names().stream()
                .filter(name -> name.startsWith("monitoring_"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(own.stream().map(Line::metric).toList()).containsAll(published);
        assertThat(published)
                .containsAll(own.stream()
                        .filter(line -> line.when().equals(ALWAYS))
                        .map(Line::metric)
                        .toList());
    }

    private static List<Line> list() throws IOException {
        Path root = Path.of(System.getProperty("monitoring.root", ".."));
        return Files.readAllLines(root.resolve("deploy/observability/metrics.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 4))
                .map(cells -> new Line(cells[0], List.of(cells[1].split(" ")), cells[2]))
                .toList();
    }
}
